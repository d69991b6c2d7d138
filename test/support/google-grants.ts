interface Grant {
  readonly user: string;
  readonly refresh: string;
  readonly access: Set<string>;
  readonly scope: string;
  revoked: boolean;
}

/**
 * Which tokens are alive. The emulator takes any unknown token for its first user's and forgets
 * only the very token it is told to; Google refuses the first and forgets the whole grant.
 */
export function createGoogleGrants(rig: ReadonlyMap<string, string>) {
  const grants: Grant[] = [];
  const holding = (token: string) =>
    grants.find((grant) => grant.refresh === token || grant.access.has(token));

  return {
    /** Notes what the token endpoint handed out. */
    add(
      user: string,
      tokens: { readonly access: string; readonly refresh: string; readonly scope: string },
    ) {
      const known = grants.find(({ refresh }) => refresh === tokens.refresh);
      if (known) known.access.add(tokens.access);
      else {
        const { refresh, access, scope } = tokens;
        grants.push({ user, refresh, access: new Set([access]), scope, revoked: false });
      }
    },
    isAlive: (access: string) =>
      rig.has(access) || grants.some((grant) => !grant.revoked && grant.access.has(access)),
    mayRead: (access: string, scope: string) =>
      rig.has(access) || (holding(access)?.scope.split(' ').includes(scope) ?? false),
    isRevoked: (refresh: string) => grants.some((g) => g.refresh === refresh && g.revoked),
    ownerOf: (access: string) => rig.get(access) ?? holding(access)?.user,
    revoke(token: string) {
      const grant = holding(token);
      if (grant) grant.revoked = true;
    },
    revokeUser(user: string) {
      for (const grant of grants) if (grant.user === user) grant.revoked = true;
    },
    expireUser(user: string) {
      for (const grant of grants) if (grant.user === user) grant.access.clear();
    },
  };
}
