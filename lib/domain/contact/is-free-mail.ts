/** Mailboxes of these are to be had in every country: `yahoo.com`, `yahoo.co.uk`, `hotmail.fr`. */
const EVERYWHERE = /^(?:yahoo|hotmail|outlook|live|gmx)\.(?:com?\.)?[a-z]{2,3}$/;

const LISTED: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com msn.com passport.com ymail.com rocketmail.com aol.com aim.com
   icloud.com me.com mac.com protonmail.com proton.me pm.me tutanota.com tuta.io hey.com
   fastmail.com fastmail.fm zoho.com zohomail.com mail.com email.com web.de freenet.de
   t-online.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr
   libero.it virgilio.it tiscali.it alice.it telenet.be skynet.be ziggo.nl kpnmail.nl
   planet.nl bluewin.ch seznam.cz centrum.cz wp.pl o2.pl onet.pl op.pl poczta.onet.pl
   interia.pl interia.eu gazeta.pl tlen.pl poczta.fm vp.pl autograf.pl spoko.pl azet.sk
   mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru ukr.net qq.com foxmail.com
   163.com 126.com yeah.net sina.com sohu.com naver.com daum.net hanmail.net
   rediffmail.com uol.com.br bol.com.br terra.com.br comcast.net verizon.net att.net
   sbcglobal.net cox.net btinternet.com sky.com virginmedia.com talktalk.net bigpond.com
   shaw.ca`.split(/\s+/),
);

/**
 * Does this domain give anybody a mailbox? Two people there have nothing to do with each other.
 *
 * @param domain in lower case
 * @example isFreeMail('gmail.com') // true
 */
export function isFreeMail(domain: string): boolean {
  return EVERYWHERE.test(domain) || LISTED.has(domain);
}
