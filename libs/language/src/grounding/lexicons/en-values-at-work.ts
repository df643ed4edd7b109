/** What people say of colleagues → how records usually spell it: contracts, departments, levels, degrees. */
export const SAID_OF_WORK: readonly (readonly [stored: string, said: string])[] = [
  // how they are employed
  [
    'permanent,indefinite,open-ended,unlimited',
    'permanently employed|open(-/ )ended|indefinite|unlimited|(permanent/open-ended/indefinite/unlimited) (contract/position/employment)(/s)|on a permanent basis',
  ],
  [
    'fixed-term,fixed term,temporary,temp,limited',
    '(fixed(-/ )term/limited/temporary) (contract/position/employment)(/s)|on a fixed term',
  ],
  ['intern,internship', 'internship(/s)|(on/doing) an internship|placement student(/s)|on (a placement/placement)'],
  [
    'contractor,freelance,freelancer,external',
    'external(/s)|external (staff/worker/contractor/employee/colleague)(/s)|outside staff|freelanc(e/er/ers/ing)|self(-/ )employed',
  ],
  ['agency,temp agency,agency worker', 'agency (staff/worker/temp/employee)(/s)|leased staff|temp agency'],
  ['apprentice,apprenticeship,trainee', 'apprenticeship(/s)|in an apprenticeship'],
  ['part-time,part time', 'part(-/ )timer(/s)|(on/with) reduced hours|half days'],
  ['full-time,full time', 'full(-/ )timer(/s)'],
  // where they stand
  ['active,employed', '(currently/still) (employed/with us/with the company)|on the payroll'],
  [
    'terminated,left,resigned,former,dismissed,inactive',
    'resigned|made redundant|no longer employed|former (employee/colleague/staff)(/s)|ex(-/ )(employee/colleague/staff)(/s)|quit',
  ],
  ['retired', 'in retirement|on a pension|pensioned|retiree(/s)|pensioner(/s)'],
  ['on leave,leave', 'on (a sabbatical/sabbatical/vacation/holiday/maternity)|off work'],
  ['suspended', 'under suspension|put on suspension'],
  ['probation,on probation', '(on/in) probation|in (their/the/his/her) probation(/ary period/ period)|probationary'],
  ['single', 'unmarried|not married'],
  ['widowed', 'widow(/s)|widower(/s)'],
  ['non-binary,nonbinary,diverse', 'non(-/ /)binary|enby|diverse'],
  // where they belong
  [
    'human resources,hr,people,personnel,people & culture',
    'hr|personnel(/ department)|human resources|people (team/department/and culture/& culture)',
  ],
  [
    'finance,accounting,finance & accounting,controlling,accounts',
    'accounting|bookkeeping|finances|accounts (department/team)',
  ],
  [
    'information technology,it,technology,tech',
    'tech(/ department/ team)|information technology|ict|it (department/team)',
  ],
  [
    'customer support,customer service,customer care,support,service desk,helpdesk',
    'support(/ team/ department)|(customer/client) (service/services/support/care)|help(-/ /)desk|service desk',
  ],
  [
    'research and development,research & development,r&d,research',
    'r and d|r & d|r&d|research|(research and/research &) development',
  ],
  ['legal,legal affairs', 'lawyers|attorneys|legal (affairs/team/department)|law department'],
  ['procurement,purchasing,sourcing', 'purchasing|procurement|sourcing|buying department'],
  ['logistics,supply chain,shipping', 'supply chain|logistics|(shipping/dispatch) department'],
  ['production,manufacturing', 'manufacturing|production'],
  ['marketing', '(marketing/communications/advertising) (team/department/people)|advertising'],
  ['sales', 'sales (team/force/people/department)|business development'],
  ['operations', 'ops(/ team)|operations (team/department)'],
  ['quality,quality assurance,qa,quality control', 'qa|qc|quality (assurance/control/management)'],
  ['management,executive,board,executives', 'executives|senior management|the board|c(-/ )level|leadership team'],
  ['engineering', 'engineers|engineering (team/department)'],
  ['facilities,facility management', 'facilit(y/ies) management|building services'],
  // how far they have come
  ['junior,entry,entry level', 'entry(-/ )level|junior(/s)|beginner(/s)'],
  ['senior', 'senior(/s)|senior level'],
  ['lead,team lead,team leader', 'team lead(/er)(/s)'],
  ['director', 'directors|director level'],
  ['phd,doctorate,doctoral degree,doctor', 'doctorate(/s)|doctoral (degree/degrees)|phd(/s)|ph.d.'],
  [
    'master,masters,master degree,msc',
    "master's(/ degree)(/s)|masters(/ degree)|master degree(/s)|msc|graduate degree",
  ],
  [
    'bachelor,bachelors,bachelor degree,bsc',
    "bachelor's(/ degree)(/s)|bachelors(/ degree)|bachelor degree(/s)|bsc|undergraduate degree",
  ],
  [
    'high school,secondary school,secondary',
    'secondary (school/education)|high(-/ )school|school leaver(/s)|a(-/ )levels',
  ],
  ['vocational,vocational training', 'vocational (training/education/school)|trade school'],
  // where and when they work
  ['remote', 'home(-/ )office|(from/at) home|wfh|(tele/remote )working|telecommuting|fully remote'],
  ['hybrid', 'partly remote|partly (from/at) home'],
  ['on-site,onsite,office,in office', '(in/at) the office|on(-/ )site|in(-/ )office'],
  ['night,night shift,nights', 'night shift(/s)|nights|overnight'],
  ['early,early shift,morning,morning shift', '(early/morning) shift(/s)|mornings'],
  ['late,late shift,evening,evening shift', '(late/evening) shift(/s)|evenings'],
];
