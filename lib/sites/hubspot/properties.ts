/**
 * HubSpot's internal property names in our words. Properties that are not here keep HubSpot's
 * name, so that a company's own fields can be tokens too.
 */
export const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  firstname: 'first_name',
  lastname: 'last_name',
  salutation: 'salutation',
  jobtitle: 'job_title',
  company: 'company',
  industry: 'industry',
  phone: 'phone',
  mobilephone: 'mobile_phone',
  website: 'website',
  city: 'city',
  state: 'state',
  zip: 'postal_code',
  country: 'country',
  hs_language: 'language',
  hs_timezone: 'time_zone',
  lifecyclestage: 'lifecycle_stage',
  hs_lead_status: 'lead_status',
};

/** Properties that hold addresses, the likelier first. */
export const EMAIL_PROPERTIES = ['email', 'hs_additional_emails', 'work_email'] as const;
