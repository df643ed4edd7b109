import type { Lexicon } from '../lexicon';

/** English. */
export const ENGLISH: Lexicon = {
  language: 'en',
  decimalMark: '.',
  dayFirst: false,
  roles: {
    gt: 'more than|greater than|larger than|bigger than|higher than|above|over|exceeds|exceed|exceeding|exceeded|beyond|in excess of|upwards of|surpasses|surpassing|surpass|is more than|>|bigger|greater|more|higher|larger|gt|north of|past|outnumber|strictly more than|topping|no longer below',
    gte: 'at least|not less than|no less than|no fewer than|not fewer than|not below|not under|no lower than|not lower than|minimum of|a minimum of|min|minimum|greater than or equal to|greater or equal to|more than or equal to|larger than or equal to|higher than or equal to|equal to or greater than|equal or greater than|equal to or more than|equal to or above|at or above|>=|≥|gte|reaches|reaching|reach|starting at|starting from|from at least|above or equal to|equals or exceeds|not smaller than|no smaller than',
    lt: 'less than|fewer than|lower than|smaller than|below|under|beneath|short of|<|less|fewer|lower|smaller|lt|falls below|fall below|drops below|south of|strictly less than',
    lte: "at most|no more than|not more than|not greater than|not higher than|not above|not over|not larger than|no greater than|no higher than|no larger than|up to|maximum of|a maximum of|max|maximum|less than or equal to|less or equal to|fewer than or equal to|lower than or equal to|smaller than or equal to|equal to or less than|equal or less than|equal to or below|at or below|at or under|not exceeding|does not exceed|doesn't exceed|do not exceed|don't exceed|not exceed|<=|≤|lte|capped at|below or equal to|up to and including|not in excess of|limited to",
    eq: 'equal to|equals|equal|exactly equal to|is exactly|=|==|===|the same as|same as|identical to|matching exactly|amounts to',
    neq: "not equal to|not equal|does not equal|doesn't equal|unequal to|!=|<>|≠|different from|differs from|differ from|other than|anything but|anything other than|distinct from|something other than",
    orMore:
      'or more|or higher|or above|or over|or greater|or better|or larger|or bigger|and up|and above|and over|and more|and higher|plus|or older|upwards|+|or longer|or later|or after|and later|and beyond|or newer|onwards|onward',
    orLess:
      'or less|or fewer|or lower|or below|or under|or smaller|and below|and under|and less|or younger|or shorter|or earlier|or before|or cheaper|at the most|tops|and lower|or worse|and earlier',
    between:
      'between|in between|in the range|in the range of|ranging between|ranging from|ranges from|range from|anywhere between|in the range from|is between|within',
    from: 'from',
    to: 'to|through|thru|till|until',
    outside:
      'outside|outside of|out of range|not between|not in the range|outside the range|outside the range of|not within',
    inclusive: 'inclusive|inclusively|both included|included',
    exclusive: 'exclusive|exclusively|both excluded',
    times: 'times|x|times the',
    double: 'double|twice|two times',
    triple: 'triple|three times|thrice',
    half: 'half|half of',
    and: 'and|&&|as well as|and also|plus also|and additionally|in addition|also|combined with|along with|while|whilst|yet|and then|and that|together with|and at the same time',
    or: 'or|or else|or alternatively|alternatively|and/or|or also',
    not: "not|isn't|is not|aren't|are not|isnt|arent|wasn't|was not|weren't|were not|don't|do not|dont|doesn't|does not|doesnt|didn't|did not|hasn't|has not|hasnt|haven't|have not|havent|hadn't|cannot|can't|!|it is not the case that|it's not the case that|none of which|not in|are no longer|is no longer|no longer|won't|will not|not currently|not one of|none of",
    never: "never|have never|has never|never ever|haven't ever|hasn't ever",
    either: 'either|any one of|one of|any of|at least one of|either of',
    neither: 'neither|none of the following',
    nor: 'nor',
    both: 'both|all of',
    except:
      'except|except for|excepting|excluding|exclude|apart from|aside from|other than those|but not|but without|but no|save for|with the exception of|not including|not counting|leaving out|minus|barring|outside of those|skip|skipping|omit|omitting|and not',
    unless:
      'unless|except when|except if|except where|except that|but not if|but not when|but not where|apart from when|only not if',
    but: 'but|but only|but also|though|although|however',
    only: 'only|just|solely|exclusively',
    onlyIf: 'only if|only when|only where|provided|provided that|as long as|on condition that|only those|given that',
    empty:
      "empty|blank|missing|null|unknown|unset|undefined|not set|not filled|not filled in|not present|not available|not known|not given|not provided|not specified|not recorded|not entered|n/a|unspecified|unfilled|absent|nothing|not there|left blank|left empty|isn't set|is not set|isn't filled in|isn't filled|isn't present|isn't known|isn't recorded|not populated|isn't populated|not defined|not on file|not on record|unavailable|unrecorded|vacant|not assigned|unassigned|lacking|has no value|have no value|no value|never filled in|not yet set|isn't available|isn't there|isn't on file|not maintained",
    filled:
      "not empty|not blank|not null|not missing|isn't empty|is not empty|isn't blank|isn't missing|isn't null|filled|filled in|present|populated|set|known|available|exists|exist|given|provided|specified|recorded|non-empty|non empty|nonempty|has a value|have a value|any value|has any value|on file|on record|not unknown|is there|entered|defined|not be empty|never empty|not unset|isn't unknown|aren't empty|maintained|assigned",
    without:
      "without|without any|without a|without an|lacking|lacks|lack|w/o|missing|missing a|missing an|missing their|do not have|does not have|don't have|doesn't have|don't have a|doesn't have a|don't have an|doesn't have an|do not have a|does not have a|have no|has no|having no|with no|with missing|has missing|have missing|have not got|with empty|with blank|with an empty|with a blank|with an unknown|with unknown|don't have any|doesn't have any|do not have any|does not have any|never had|devoid of|whose missing|that have no|not having|not have|not have a|not have an|don't specify|doesn't specify|where there is no|where there's no|there is no|there's no|there are no|we have no|no known|unknown|for which there is no|for which we have no|who have no|who don't have",
    no: 'no|zero|out of|run out of|ran out of|none with|none having|none with a',
    have: "have|has|having|with|who have|that have|that has|got|carry|carrying|possess|have got|do have|does have|owning|own|where there is a|there is a|there's a",
    any: 'any|some|any kind of|at all',
    contains:
      'contains|contain|containing|includes|include|including|mentions|mention|mentioning|has the word|have the word|with the word|includes the word|contains the word|contains the words|includes the words|mentions the word|has the text|contains the text|containing the text|containing the word|containing the words|includes the text|with the text|has the phrase|contains the phrase|includes the phrase|like|features',
    startsWith:
      'starts with|start with|starting with|begins with|begin with|beginning with|begins in|starts in|prefixed with|prefixed by|with prefix|with the prefix|has prefix|has the prefix|leading with|starts by',
    endsWith:
      'ends with|end with|ending with|ends in|end in|ending in|ending on|finishing with|finishes with|finishes in|suffixed with|with suffix|with the suffix|has suffix|has the suffix|ends on',
    matches:
      'matches|match|matching|matches the pattern|matches pattern|matches the regex|matches regex|matching the pattern|matching regex|fits the pattern|regex|pattern|matches the regular expression|follows the pattern|looks like',
    exactly: 'exactly|precisely|just exactly|literally',
    longerThan: 'longer than',
    shorterThan: 'shorter than',
    characters: 'characters|character|chars|char|letters|letter|digits|digit|symbols|signs',
    long: 'long|in length|of length|length|with length|has length|length of',
    word: 'the word|the words|the text|the string|the phrase|the term|words|sign|a sign|symbol|the letters|the letter|the prefix|the suffix|the characters|the value|the values|an',
    trueWord: 'true|yes|checked|enabled|ticked',
    falseWord: 'false|unchecked|disabled|unticked',
    before:
      'before|earlier than|prior to|older than the|ahead of|preceding|no later than the day before|previous to|strictly before',
    after: 'after|later than|following|subsequent to|newer than the|more recent than|strictly after|post',
    since:
      'since|starting|as of|on or after|not before|no earlier than|from and including|on or since|not earlier than|onwards from|beginning|at or after',
    until:
      'until|till|by|on or before|no later than|not after|not later than|up until|through to|by the end of|at or before|to date',
    on: 'on|dated|exactly on|on the day|on the',
    last: 'last|past|previous|the last|the past|the previous|in the last|in the past|within the last|within the past|during the last|during the past|over the last|over the past|recent|trailing|preceding|most recent|for the last|for the past|in the previous|from the last',
    next: 'next|coming|following|upcoming|the next|the coming|in the next|within the next|in the coming|within the coming|during the next|over the next|the following|ahead',
    this: 'this|current|the current|the present|in the current',
    ago: 'ago|back|earlier|before today|before now',
    today: 'today|now|the current date|current date|the present day|right now',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    notYet: 'not yet|yet|yet to be|still to be|have yet to be|has yet to be|not been',
    expired:
      'expired|expire|lapsed|overdue|past due|ran out|run out|out of|has passed|have passed|already ended|already passed|elapsed|outdated',
    within: 'within|in|inside|no more than',
    older: 'older than|older|more than|longer than|over|longer ago than|dates back more than|longer|more|at least',
    newer: 'newer than|younger than|more recent than|less than|fewer than',
    day: 'day|days|calendar days',
    week: 'week|weeks|wk|wks',
    month: 'month|months|mth|mths',
    quarter: 'quarter|quarters',
    year: 'year|years|yr|yrs|annum|calendar year',
    ever: 'ever',
    inFuture: 'in the future|still in the future|lies in the future|future|upcoming|yet to come|ahead of us',
    inPast: 'in the past|already past|already over',
    startOf: 'the start of|the beginning of|start of|beginning of|early|the first day of|the end of|end of',
    tag: 'tag|label|mark|flag|categorize|categorise|classify|designate|tags|labels|marks|flags|tagged|marked|flagged|labeled|labelled|tagging|classified|stamp|badge|marking|flagging|labelling|labeling|categorized|categorised|treat|treated|assign as|earmark',
    tagNoun:
      'tag|tags|label|labels|flag|flags|marker|markers|badge|the tag|the tags|the label|a tag|a label|the flag|the badge|the marker|a flag',
    add: 'add|assign|apply|attach|append|put|adding|give|gets added|adds|grant|receive|stick',
    remove:
      'remove|drop|delete|untag|take off|strip|take away|removing|get rid of|lose|unassign|take|detach|unmark|unflag|unlabel',
    setTo:
      'set|change|update|put|assign|make|setting|fill|switch|overwrite|turn|adjust|modify|move|correct|default|reset',
    clear:
      'clear|empty|blank|blank out|wipe|erase|null|nullify|reset|clear out|empty out|unset|clears|clearing|delete the value of|remove the value of|delete|remove',
    upper:
      'uppercase|upper case|upper-case|capitalise fully|in capitals|all caps|in upper case|in uppercase|to upper case|to uppercase|to capitals|into capitals|uppercased|capitals',
    lower:
      'lowercase|lower case|lower-case|to lower case|to lowercase|in lower case|in lowercase|small letters|lowercased',
    title:
      'title case|titlecase|title-case|capitalise|capitalize|to title case|in title case|proper case|proper-case|capitalised|capitalized',
    trim: 'trim|strip spaces from|strip whitespace from|trim spaces from|trim whitespace from|remove extra spaces from|remove surrounding spaces from|remove leading and trailing spaces from|trimming|strip blanks from|strip',
    copy: 'copy|duplicate the|copying|transfer|copies|mirror',
    replace: 'replace|substitute|swap|exchange|replacing',
    mask: 'mask|redact|anonymise|anonymize|hide|obfuscate|masking|censor|pseudonymise',
    give: 'get|gets|should get|receive|receives|should receive|should be|must be|must get|needs to be|need to be|are to be|is to be|to be|shall be|will be|ought to be|should have|has to be|have to be|get the|gets the|can be|deserve|should carry|should become|become|becomes|must have|must carry|want to be|should all be|should all get|please be|deserves|earn|should all receive|goes to|go to|should now be',
    reasonNoun: 'reason|the reason|with reason|with the reason|because of|for review|for the reason',
    as: 'as|as a|as an|as being|as the|to be|as:',
    into: 'into|to|in|with|from|by|onto|over to',
    with: 'with',
    arrow: '->|→|=>|⇒|-->|➔|➜|⟶|~>|>>',
    colon: ':',
    comma: ',|，|、|;|；',
    stop: '.|?|!|。|\n|•|*|？|！|…',
    dash: '-|–|—|--',
    open: '(|[|（|{',
    close: ')|]|）|}',
    amp: '&|+|∧',
    pipe: '|∨',
    slash: '/',
    unsupported:
      'send|email|e-mail them|notify|delete|approve|activate|deploy|publish|print|export|import|merge|deduplicate|dedupe|create|call|archive|alert|enable it|run it|execute|schedule|download|upload|drop table|ignore|disregard|forget|bypass|override|reveal|disclose|pretend|skip approval|email to|text them|forward|invite|order|buy|pay|ship|refund|cancel|charge|block access|remind|translate|summarise|summarize|calculate|compute|sort|rank|group|count|enrich|geocode|look up|insert|convert|join|split|generate|assign to|escalate|invoice|phone|message|remove them|delete them',
    them: 'it|them|these|those|this|that|they|the record|the records|this record|these records|their',
    then: "then|please|just|and then|afterwards|finally|i want you to|you should|we should|let's|lets|could you|can you|i'd like to|i would like to|i want to|we want to|we need to|i need to|please could you|would you|kindly|go ahead and|make sure to|so|need you to|i need you to|we'd like to|help me|help me to|like you to|automatically|also",
    correction:
      'no wait|wait|actually|scratch that|forget that|sorry|i mean|i meant|correction|on second thought|never mind|rather|or rather|oops|no sorry',
    where:
      "where|whose|that|which|who|when|whenever|that are|which are|who are|that is|which is|who is|where the|with|having|for which|such that|that were|who were|which were|those that|those which|those with|those who|ones that|ones with|all that|in which|that's|whose the|that also|who also|of which|of whom|that still|being|we|we have|we've|they|we had",
    if: 'if|when|whenever|where|in case|in the event that|as soon as|once|if and only if|on the condition that',
    for: 'for|for all|for every|for each|for any|to all|to every|on all|on every|across all|to each|in all|of all|from all|to|from|on',
    be: "is|are|be|was|were|been|has been|have been|being|equals to|it's|they're|lies|lie|is at|stands at|sits at|is currently|are currently|becomes|remains|still|currently|already|is still|are still|does|do|did|has|have|had|it is|they are|shows|show|reads|says|is set to|are set to|is in|are in|falls|fall|fell|go|goes|located|based|situated|registered|stands|counts|count|measures|measure|totals|total of|worth|valued at|valued",
    det: 'the|a|an|any|all|every|each|some|our|their|its|his|her|your|my|these|those|such|everyone|everybody|everything|anyone|anybody|anything|whole|entire|of the|all the|all of the|all our|whichever|whatever|both the|there',
    noun: 'records|record|rows|row|entries|entry|items|item|customers|customer|clients|client|accounts|account|companies|company|firms|firm|businesses|business|products|product|articles|article|goods|suppliers|supplier|vendors|vendor|partners|partner|people|persons|person|contacts|contact|orders|order|purchases|providers|provider|machines|machine|devices|device|employees|individuals|users|user|members|member|organisations|organizations|organisation|organization|things|thing|data|cases|assets|equipment|units|patients|doctors|physicians|clinicians|students|staff|workers|colleagues|folks|guys|buyers|shoppers|subscribers|enterprises|corporations|shops|stores|objects|elements|ones|one|those|anyone|everyone|anything|everything|prospects|leads|payers|practices|practitioners|transactions|invoices|tickets|shipments|deliveries|sales|contracts|stations|robots|sensors|vehicles|cars|guests|tenants|applicants|candidates|team members|skus|sku|lines|documents|files|values|games|game|episode|episodes|player|players|movie|film|films|year|team|teams',
    of: 'of|for|in|at|on|to|from|by|belonging to|associated with|about',
    in: 'in|from|at|of|within|located in|based in|headquartered in|residing in|living in|situated in|coming from|hailing from|registered in|domiciled in|sitting in|on|by|for|to|as|working in|works in|work in|belonging to|belong to|belongs to|who work in|employed in|that belong to|assigned to|under|made in|produced in|manufactured in|with|into|against|made by|via|through|using|per|inside|operating in|active in|residing|resident in|living|live in|lives in|stationed in|from the|are from|is from|shipped to|sold in|owned by|supplied by|running|run',
    filler:
      "please|kindly|currently|already|still|really|actually|simply|just|also|too|as|well|at|in|of|the|total|overall|respectively|e.g|i.e|etc|hi|hello|dear|hey|thanks|thank you|thank you very much|many thanks|cheers|best regards|kind regards|regards|team|could you|can you|would you|i would like|i'd like|we would like|we'd like|i want|we want|we need|i need|would like|want|need|needs|you|me|us|i|we|to|so that|so|because|since|rule|a rule|make a rule|create a rule|new rule|the rule|build a rule|write a rule|rule that|which should|should|must|shall|will|can|could|would|may|might|with|amount|amounts|amount of|value|value of|number of|the number of|amount to|a total of|sum|figure|level|on|that|there|here|it|its|for|by|some|any|than|then|considered|counted|kind|type of|sort of|our|currently in|their|located|based|to be|have|has|had|been|done|made|given|side|out|up|off|worth|per|year|a year|per year|annually|yearly|in total|in all|old|of age|years of age|years old|long|anything|system|database|catalog|catalogue|dataset|table|list of|list|following|the following|criteria|criterion|condition|conditions|requirement|requirements|namely|only|exactly|ones|one|sector|line of business|space|area|whatsoever|either|both|left|remaining|tier|good morning|good afternoon|good day|again|back|once|hereby|anymore|any more|ever|even|let|know|now|think|would be great|it would be great|great|if possible|asap|nice|basically|essentially|specifically|in particular|particular|actually,|right away|right now|immediately|status of|address|addresses|anywhere|somewhere|wherever|field|column|attribute|property|automatically|going forward|from now on|appropriately|accordingly|each of|every one of|more|who|whom|what|which|is|are|was|were|do|does|did|be|being|how|why|colleagues|everybody|all|us,|thx|pls|plz|regarding|concerning|about|with respect to|respect|in terms of|terms|fact|happens|happen|case|cases|time|turns|turned|turn|around|via|gets|get|got|go|goes|ok|okay|well,|for us|hope|hoping|wondering|help|request|review|meeting|quick|quickly|task|job|reporting|report|year|last|call|called|named",
    ask: "show|show me|find|find me|list|list all|which|what|who|how many|how much|select|get me|give me|display|search|search for|look for|return|filter|filter for|filter by|fetch|where|when|are there|do we have|count|name|tell me|can you tell me|i want to see|let me see|see|see all|pull|retrieve|whose|what's|what are|what is|who is|who are|view|identify|locate|describe|whats|who's|why|how",
    ones: 'ones|one|those|them|records|customers|products|suppliers|items|the ones|of them|everyone|everybody|anyone|everything|those ones',
    fieldWord:
      'field|column|attribute|property|value of|the field|the column|the value of|data|number|numbers|address|addresses|code|no',
    valueWord: 'value|the value|values|a value of|a value|the text|as a value|text',
    conditionWord:
      'condition|conditions|criterion|criteria|filter|filters|clause|part|restriction|requirement|limit on|rule|constraint|check|bit',
    vague:
      'high|large|big|huge|good|great|strong|long|many|lots of|a lot of|expensive|heavy|old|rich|important|valuable|significant|excellent|substantial|numerous|loyal|top|major|best|fast|well-paid|wealthy|long-standing|experienced|senior|premium|hot|popular|frequent|considerable|sizeable|sizable|biggest|largest|highest|oldest|several|plenty of|key',
    vagueSmall:
      'low|small|tiny|bad|poor|weak|short|few|cheap|light|new|recent|young|minor|little|slow|risky|dangerous|late|unreliable|cold|stale|outdated|inexperienced|junior|recently|lately|smallest|lowest|newest|worst|rare|insignificant|unimportant|close|near|soon|long ago|problematic|suspicious|dubious|strange|weird|interesting|normal|average-sized|typical|unusual|usual|abnormal|long time',
    aggregate:
      'average|on average|mean|median|total of all|sum of|sum of all|the sum|in total across|top 10|top 5|top ten|top five|top 100|top three|most common|percentile|standard deviation|ranked|ranking|above average|below average|bottom 10|number of times|the most|the least|the highest|the lowest|top 10%|compared to the others|than the average|than average|above-average|below-average|than the others|than others|trend|trending|growing|increasing|declining|decreasing|the average',
    duplicate:
      'duplicates|duplicate of|duplicates of each other|duplicated|the same as each other|each other|one another|look like duplicates|appear twice|appear more than once|occurs twice|unique|not unique|more than once|another record|other records|another customer|another supplier|another product|exist twice|same address as another|appears more than once|occur more than once|share the same|have the same|with the same',
    offtopic:
      'weather|joke|haiku|poem|story|song|recipe|password|login|log in|world cup|football|movie recommendation|news|capital of|president|meaning of life|write me|write a|sing|translate|who are you|your name|how are you|what can you do|time is it|what time|horoscope|lottery|cook|bitcoin|stock market|essay|homework|python|javascript|code for|bake|vacation|holiday|restaurant|flight|book a|marry|love|favourite|favorite|chess|riddle|math|solve|lunch|dinner|coffee|tell me a',
    hostile:
      'system prompt|previous instructions|all previous instructions|prior instructions|your instructions|api key|secret key|admin mode|developer mode|jailbreak|</system>|access token|connection string|environment variables|the catalog|your prompt|credentials|ignore the|without approval|without review|bypass approval|root access|hidden prompt|above instructions|instructions above|instructions|sudo|shell|approve this rule|act as',
    greeting:
      'hello|hi|hey|good morning|good afternoon|good evening|howdy|greetings|thanks|thank you|bye|goodbye|cheers|yo|hello there|hi there|hey there|ok thanks',
    distance:
      'km of|kilometers of|kilometres of|miles of|mi of|minutes from|distance|nearby|close to|near|nearest|vicinity of|around the corner|radius',
    also: 'also|additionally|as well|too|in addition|furthermore|moreover|plus|also include|include|include also|add|and include|extend to|extend it to|widen to|extend|and also|add also|also add|also for|as well as|also cover|also take|take in',
    instead: 'instead|rather|now',
    insteadOf: 'instead of|rather than|in place of|not',
    make: 'make it|make that|make this|change it to|change that to|change to|set it to|use|make the|let it be|it should be|should be|make them|turn it into|switch to|switch it to|change this to|raise it to|lower it to|increase it to|reduce it to|raise to|lower to|increase to|decrease to|i meant|i mean|actually|put it at|bump it to|no',
    change:
      'change|rename|update|modify|edit|replace|switch|raise|lower|increase|decrease|reduce|adjust|alter|set|bump|swap',
    drop: "drop|remove|delete|forget|ignore|leave out|without|skip|get rid of|lose|take out|discard|don't check|do not check|never mind|omit|exclude|no longer check|cancel",
    swap: 'replace|swap|exchange|substitute|change|switch|use',
    invert:
      "the other way round|other way round|the other way around|invert|invert it|reverse|reverse it|the opposite|opposite|negate|negate it|vice versa|flip it|the reverse|exactly the others|all the others|everyone else|everything else|those who don't|those that don't|who does not match|who do not match|those not matching",
    everyone:
      'everyone|everybody|all|everything|all records|anyone|who|that|those|does not match|do not match|who does not match|match|matches|does|do',
    undo: 'undo|undo that|go back|revert|revert that|undo it|take that back|as before|back to before|previous version',
    ordinal: 'first|the first|second|the second|third|the third|fourth|the fourth|option',
    zero: 'zero|0|none|nil',
  },
  dimensioned:
    'cheaper than=lt:price,cost,amount|cheaper=lt:price,cost,amount|costs less than=lt:price,cost,amount|costing less than=lt:price,cost,amount|cost less than=lt:price,cost,amount|more expensive than=gt:price,cost,amount|pricier than=gt:price,cost,amount|costs more than=gt:price,cost,amount|costing more than=gt:price,cost,amount|cost more than=gt:price,cost,amount|dearer than=gt:price,cost,amount|less expensive than=lt:price,cost,amount|heavier than=gt:weight|heavier=gt:weight|lighter than=lt:weight|lighter=lt:weight|weighs more than=gt:weight|weighing more than=gt:weight|weigh more than=gt:weight|weighs less than=lt:weight|weighing less than=lt:weight|weigh less than=lt:weight|weighs over=gt:weight|weighing over=gt:weight|weighs under=lt:weight|weighing under=lt:weight|older than=older:age,created,birth|older=older:age,created,birth|younger than=newer:age,created,birth|younger=newer:age,created,birth|newer than=newer:created,age|taller than=gt:height|taller=gt:height|shorter than=lt:height,length,duration|longer than=gt:length,duration,leadtime|longer=gt:length,duration|wider than=gt:width|faster than=gt:speed|slower than=lt:speed|hotter than=gt:temperature|warmer than=gt:temperature|colder than=lt:temperature|cooler than=lt:temperature|earns more than=gt:salary|earning more than=gt:salary|earn more than=gt:salary|earns less than=lt:salary|earning less than=lt:salary|earn less than=lt:salary|earns over=gt:salary|earning over=gt:salary|earns under=lt:salary|earning under=lt:salary|earns at least=orMore:salary|earning at least=orMore:salary|earn at least=orMore:salary|paid more than=gt:salary|paid less than=lt:salary|makes more than=gt:salary|making more than=gt:salary|makes less than=lt:salary|making less than=lt:salary|farther than=gt:distance|riskier than=gt:risk|richer than=gt:revenue|younger=newer:age,created,birth|or cheaper=orLess:price,cost,amount|or heavier=orMore:weight|or lighter=orLess:weight|expensive=vague:price,cost,amount|cheap=vagueSmall:price,cost,amount|heavy=vague:weight|light=vagueSmall:weight|hot=vague:temperature|tall=vague:height',
  numbers:
    'zero=0|one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|eleven=11|twelve=12|thirteen=13|fourteen=14|fifteen=15|sixteen=16|seventeen=17|eighteen=18|nineteen=19|twenty=20|thirty=30|forty=40|fourty=40|fifty=50|sixty=60|seventy=70|eighty=80|ninety=90|a dozen=12|half a million=500000|half a billion=500000000|a quarter million=250000|a quarter of a million=250000|half a dozen=6|a hundred=100|a thousand=1000|a million=1000000|a billion=1000000000|one and a half million=1500000|a couple of=2|half a year=0.5|*hundred=100|*thousand=1000|*k=1000|*grand=1000|*m=1000000|*mn=1000000|*mio=1000000|*million=1000000|*millions=1000000|*mm=1000000|*mil=1000000|*billion=1000000000|*bn=1000000000|*b=1000000000|*dozen=12|*lakh=100000|*crore=10000000|once=1|twice=2',
  units:
    'kg=kg:1|kgs=kg:1|kilo=kg:1|kilos=kg:1|kilogram=kg:1|kilograms=kg:1|kilogrammes=kg:1|g=kg:0.001|gram=kg:0.001|grams=kg:0.001|gramme=kg:0.001|grammes=kg:0.001|mg=kg:0.000001|t=kg:1000|ton=kg:1000|tons=kg:1000|tonne=kg:1000|tonnes=kg:1000|lb=kg:0.45359237|lbs=kg:0.45359237|pound=kg:0.45359237|pounds=kg:0.45359237|m=m:1|meter=m:1|meters=m:1|metre=m:1|metres=m:1|km=m:1000|kilometer=m:1000|kilometers=m:1000|kilometre=m:1000|kilometres=m:1000|cm=m:0.01|centimeters=m:0.01|centimetres=m:0.01|mm=m:0.001|millimeters=m:0.001|millimetres=m:0.001|mile=m:1609.344|miles=m:1609.344|l=l:1|litre=l:1|litres=l:1|liter=l:1|liters=l:1|ml=l:0.001|day=d:1|days=d:1|week=d:7|weeks=d:7|hour=h:1|hours=h:1|hrs=h:1|h=h:1|minute=h:0.0166666666666667|minutes=h:0.0166666666666667|min=h:0.0166666666666667|mins=h:0.0166666666666667|month=mo:1|months=mo:1|year=mo:12|years=mo:12|yr=mo:12|yrs=mo:12|%=%:1|percent=%:1|per cent=%:1|pct=%:1|percentage points=%:1|€=eur:1|eur=eur:1|euro=eur:1|euros=eur:1|$=usd:1|usd=usd:1|dollar=usd:1|dollars=usd:1|bucks=usd:1|£=gbp:1|gbp=gbp:1|pounds sterling=gbp:1|dkk=dkk:1|kr=kr:1|kroner=dkk:1|chf=chf:1|francs=chf:1|¥=jpy:1|jpy=jpy:1|yen=jpy:1|sek=sek:1|nok=nok:1|°c=c:1|degrees=c:1|degrees celsius=c:1|celsius=c:1|kw=kw:1|kilowatts=kw:1|mw=kw:1000|w=kw:0.001|watts=kw:0.001|bar=bar:1|rpm=rpm:1|v=v:1|volts=v:1|units=pcs:1|pieces=pcs:1|pcs=pcs:1|pc=pcs:1|items=pcs:1|points=pts:1|point=pts:1|stars=star:1|star=star:1|times=x:1|gb=gb:1|mb=gb:0.001|tb=gb:1000',
  months:
    'january/jan|february/feb|march/mar|april/apr|may|june/jun|july/jul|august/aug|september/sep/sept|october/oct|november/nov|december/dec',
  concepts: {
    revenue:
      'revenue|revenues|turnover|sales|annual sales|annual revenue|yearly revenue|annual turnover|yearly turnover|income|takings|sales volume',
    employees:
      'employees|employee|headcount|head count|staff|workforce|workers|staff count|number of employees|employee count|team size|people|staff members',
    spend: 'spend|spending|spent|expenditure|purchasing volume|we spend|annual spend|spends|purchase volume',
    price:
      'price|priced|list price|sale price|unit price|selling price|retail price|prices|sells for|selling for|sold for|sell for|sold at|sold',
    cost: 'cost|costs|costing|purchase cost|purchase price|buying price|cost price|production cost',
    amount:
      'amount|order value|total|total amount|order total|order amount|grand total|invoice amount|order size|basket value|worth|sum|orders worth',
    quantity: 'quantity|qty|number of units|pieces|units|units ordered|items|number of items',
    email:
      'email|e mail|e-mail|mail|email address|e mail address|e-mail address|mail address|emails|email addresses|mail addresses|e-mail addresses|e-mails',
    phone:
      'phone|telephone|phone number|phone numbers|telephone number|tel|mobile|mobile number|cell|cell phone|phone no|contact number|phones|landline',
    vat: 'vat|vat number|vat id|vat no|tax id|tax number|vat registration|vat registration number|tax no|tin|vat code|tax identification number',
    postal: 'postal code|postcode|post code|zip|zip code|zipcode|postal|plz|postal codes|zips|zip codes',
    country: 'country|nation|land|country of residence|countries|home country',
    city: 'city|town|cities|municipality|place',
    region: 'region|area|territory|district|zone',
    state: 'state|province|states',
    street: 'street|street address|address line',
    status: 'status|state|lifecycle status|stage|condition',
    category: 'category|categories|product group|product category|class|kind|type',
    brand: 'brand|make|brand name|brands|label brand',
    manufacturer: 'manufacturer|maker|vendor|producer|made by|manufactured by|make|built by',
    color: 'color|colour|colors|colours|coloured|colored|paint',
    stock:
      'stock|inventory|units on hand|in stock|stock level|stock quantity|quantity on hand|on hand|stocks|stock count|available units|units in stock|items in stock|stock left|left in stock|stock on hand|on stock',
    weight: 'weight|weigh|weighs|weighing|net weight|gross weight|mass|weights',
    height: 'height|tall|heights',
    length: 'length',
    width: 'width|wide',
    speed: 'speed|velocity',
    rating: 'rating|rated|ratings|stars|star rating|review score|grade|graded|score|rate',
    risk: 'risk|risk score|credit risk|risk rating|risk level|riskiness',
    score: 'score|points|scored|mark',
    discount: 'discount|rebate|discounts|discounted|price reduction|discount rate|reduction',
    creditlimit: 'credit limit|limit|credit line|credit ceiling|line of credit|credit limits',
    created:
      'created|creation date|date created|record created|record|added|registered|onboarded|signed up|customer since|we have had|have had|opened|entered|joined|created date|date added|registration date|sign up date|signup date|set up|recorded',
    updated:
      'updated|modified|last updated|last modified|changed|last change|edited|last edited|update date|modification date',
    lastorder:
      'last order|last order date|ordered|last ordered|last purchase|purchased|bought|last bought|placed an order|order|most recent order|orders|last sale|bought anything|ordered anything|bought from us|ordered from us|buying|ordering|bought something',
    launch:
      'launch|launched|launch date|released|release date|introduced|introduction date|came out|market launch|went on sale|release|launches',
    contractend:
      'contract end|contract ends|contracts end|contract end date|end of contract|contract expires|contracts expire|contract expiry|contract expiration|expires|expiry date|expiration date|expiry|expire|agreement runs out|agreement ends|agreement expires|contract runs out|contract running out|runs out|contract|contracts|agreement|contracts that end|contract ending|expiring|contracts expiring',
    certified: 'certified|certification|certificate|accredited|iso certified|certificates',
    leadtime:
      'lead time|delivery time|lead times|turnaround|delivery lead time|time to deliver|delivery takes|needs to deliver|takes to deliver',
    ontime:
      'on time|on-time|on time rate|on-time rate|on time delivery rate|punctuality|punctual|delivery rate|deliver on time|delivers on time|delivered on time|on time deliveries|deliveries on time|on-time delivery',
    paymentterms: 'payment terms|terms|terms of payment|payment conditions|payment term|payment',
    currency:
      'currency|invoice currency|invoice in|invoices in|invoicing in|billed in|bill in|bills in|invoiced in|currencies|invoice|paid in',
    iban: 'iban|bank account|account number|bank details|bank account number',
    website: 'website|web site|site|homepage|home page|web page|url|webpage|internet site|web address|websites',
    industry: 'industry|sector|branch|industry sector|line of business|vertical|industries|business sector|trade',
    segment: 'segment|market segment|tier|customer segment|segments',
    name: 'name|names|called|named|title|company name|full name|legal name|customer name|product name|supplier name|entitled|titled|name of',
    firstname: 'first name|given name|forename|christian name',
    lastname: 'last name|surname|family name',
    description: 'description|descriptions|text|marketing text|descriptive text|desc|details|summary',
    ean: 'ean|barcode|bar code|gtin|ean code|barcodes|eans',
    origin:
      'origin|country of origin|made in|produced in|manufactured in|originating from|originating in|place of origin|comes from|come from|sourced from|originates from|originates in',
    newsletter:
      'newsletter|subscribed to the newsletter|newsletter subscription|opted in to the newsletter|newsletter opt in|receive the newsletter|receives the newsletter|get the newsletter|gets the newsletter|signed up for the newsletter|newsletter subscribers|newsletter subscriber|subscribe to the newsletter|subscribed|opted in|opt in|opted in to|subscribers',
    discontinued:
      'discontinued|no longer sold|phased out|out of production|end of life|withdrawn|taken off the market|no longer made|no longer available|delisted',
    id: 'id|identifier|number|code|ids|key|reference',
    customerid: 'customer id|customer number|customer no|customer code|client id|client number|account id|ids',
    sku: 'sku|skus|article number|item number|stock keeping unit|product code|article code|product id|part number|item code',
    hired:
      'hire date|hired|joined|started|start date|date of joining|employment start|starting date|employed|joined the company|date hired|date of hire|employed since|onboarded|been with us|working here|joined us|tenure|with the company|been here|worked here|worked for us|start',
    terminated: 'termination date|terminated|left the company|exit date|leaving date|end date|left|resigned',
    birth: 'birth date|date of birth|born|birthday|birthdate|dob|birth',
    age: 'age|aged|years old|years of age|old',
    salary:
      'salary|pay|wage|wages|earnings|compensation|salaries|annual salary|earn|earns|earning|sal|paid|remuneration|base pay|gross salary|yearly salary|makes|base salary',
    department: 'department|dept|division|business unit|departments|depts|works in|team|working in|org unit',
    jobtitle: 'job title|position|role|title|job|occupation|function|works as|working as|job role|profession',
    manager: 'manager|boss|supervisor|reports to|line manager|reporting to|managed by|head|report to|managers|superior',
    gender: 'gender|sex',
    office: 'office|location|site|workplace|work location|branch office|plant|facility|offices',
    remote:
      'remote|works remotely|remotely|from home|works from home|working remotely|remote worker|home office|work remotely|work from home|working from home|remote workers|telecommuting',
    fulltime: 'full time|full-time|fulltime|full timers',
    shipped: 'shipped|shipping date|ship date|dispatched|sent|shipment date|date shipped|dispatch date|ships',
    delivered: 'delivered|delivery date|arrived|date delivered|arrival date|delivery',
    orderdate:
      'order date|ordered|placed|date of order|order placed|date ordered|purchase date|date of purchase|purchased|bought|created',
    due: 'due date|due|payment due|deadline',
    paid: 'paid|payment received|settled|is paid|paid for|fully paid',
    shippingcost:
      'shipping cost|shipping costs|freight|postage|delivery cost|shipping fee|delivery charge|freight cost|shipping',
    carrier: 'carrier|shipping company|courier|shipper|forwarder|delivery service',
    priority: 'priority|urgency|importance|priorities',
    channel: 'channel|sales channel|source|ordered via|came via|came through|placed via|placed through',
    customer: 'customer|client|buyer|customer name|ordered by|purchaser',
    gift: 'gift|gift wrapped|gift wrap|present|as a gift|gift wrapping',
    npi: 'npi|npi number|national provider identifier',
    specialty:
      'specialty|speciality|specialism|field of practice|specialization|specialisation|specialties|medical specialty|specialises in|specializes in|specializing in|specialising in|specialized in|specialised in',
    license: 'license|licence|license number|licence number|permit|licensed|license no',
    licenseexpiry:
      'license expiry|licence expiry|license expires|licence expires|license expiration|license expiration date|license ends|expires|expiry|license runs out|licences expire|licenses expire|license expired',
    acceptsnew:
      'accepts new patients|accepting new patients|takes new patients|taking new patients|accept new patients|new patients|open to new patients|take new patients',
    hospital: 'hospital|clinic|practice|affiliation|affiliated with',
    language: 'language|languages|speaks|speak|speaking|spoken|spoken languages',
    serial: 'serial number|serial|serial no|sn|serial numbers',
    firmware: 'firmware|firmware version|software version|fw version|firmware release|fw',
    model: 'model|model number|model name|models',
    temperature: 'temperature|temp|heat|temperatures|degrees',
    pressure: 'pressure',
    vibration: 'vibration|vibrations',
    voltage: 'voltage',
    power: 'power|power rating|rated power|wattage|output',
    hours:
      'operating hours|hours|running hours|run hours|hours run|runtime|run time|running time|hours of operation|machine hours|service hours|uptime|ran for|has run|have run|has been running',
    maintenance:
      'last maintenance|maintenance date|last service|serviced|maintained|last serviced|last maintained|service date|maintenance|last service date|last maintenance date|last inspection|inspected',
    nextmaintenance:
      'next maintenance|next service|maintenance due|service due|next service date|due for service|due for maintenance|next inspection',
    installed:
      'installed|installation date|install date|commissioned|put into service|set up|in service since|commissioning date|in operation since|put into operation|taken into service',
    warranty:
      'warranty|warranty end|warranty expires|warranty until|guarantee|warranty expiry|warranty ends|under warranty|warranty end date|warranty runs out',
    online: 'online|connected|reachable',
    active: 'active|enabled|live|in use|activated',
    lastlogin:
      'last login|logged in|last logged in|last sign in|signed in|last seen|last active|seen|last access|last visit|logged on|last login date',
    balance:
      'balance|account balance|outstanding|outstanding balance|outstanding amount|owed|owes|open amount|debt|owe',
    budget: 'budget|budgets',
    margin: 'margin|profit margin|margins',
    profit: 'profit|profits|earnings',
    tax: 'tax|tax rate|taxes',
    experience: 'experience|years of experience|experienced|work experience|years experience',
    education: 'education|degree|qualification|diploma',
    married: 'married|marital status',
    children: 'children|kids|number of children',
    notes: 'notes|note|comment|comments|remark|remarks|memo',
    errors: 'errors|error count|faults|number of errors|fault count|failures|error|failure count|alarms',
    capacity: 'capacity|volume|size',
    duration: 'duration|length|run time|runtime',
    viewers: 'viewers|viewership|audience|watched by|views',
    attendance: 'attendance|attended|crowd|spectators|fans',
    distance: 'distance|mileage|kilometers driven|odometer',
    tags: 'tags|tagged|tag|labels|labelled|labeled|label|marked|flagged',
    opponent: 'opponent|against|played against|versus|vs|playing against|opponents',
    date: 'date|day|when',
    year: 'year|season',
    rank: 'rank|ranking|position|place|ranked',
    result: 'result|outcome|score',
    bonus: 'bonus|bonuses',
    vacation: 'vacation days|holiday days|leave days|days of leave|vacation',
    contracttype: 'contract type|employment type|type of contract|type of employment',
    visits: 'visits|appointments|number of visits',
    insurance: 'insurance|insurer|health plan|insurance plan',
    level: 'level|seniority|grade',
  },
  demonyms:
    'german=DE|germans=DE|austrian=AT|austrians=AT|swiss=CH|french=FR|frenchmen=FR|italian=IT|italians=IT|spanish=ES|spaniards=ES|portuguese=PT|dutch=NL|danish=DK|danes=DK|dane=DK|swedish=SE|swedes=SE|swede=SE|norwegian=NO|norwegians=NO|finnish=FI|finns=FI|polish=PL|poles=PL|czech=CZ|czechs=CZ|hungarian=HU|romanian=RO|bulgarian=BG|greek=GR|greeks=GR|turkish=TR|turks=TR|british=GB|english=GB|scottish=GB|welsh=GB|irish=IE|belgian=BE|belgians=BE|luxembourgish=LU|american=US|americans=US|canadian=CA|canadians=CA|mexican=MX|mexicans=MX|brazilian=BR|brazilians=BR|argentinian=AR|argentine=AR|chilean=CL|colombian=CO|peruvian=PE|chinese=CN|japanese=JP|korean=KR|south korean=KR|indian=IN|indians=IN|vietnamese=VN|thai=TH|indonesian=ID|malaysian=MY|singaporean=SG|filipino=PH|australian=AU|australians=AU|new zealander=NZ|russian=RU|russians=RU|ukrainian=UA|israeli=IL|egyptian=EG|south african=ZA|nigerian=NG|kenyan=KE|moroccan=MA|saudi=SA|emirati=AE|icelandic=IS|estonian=EE|latvian=LV|lithuanian=LT|croatian=HR|slovenian=SI|slovak=SK|serbian=RS|taiwanese=TW|pakistani=PK',
  countryNames:
    'uk=GB|u.k=GB|u.k.=GB|great britain=GB|britain=GB|england=GB|us=US|usa=US|u.s=US|u.s.=US|u.s.a=US|america=US|the states=US|united states of america=US|the netherlands=NL|holland=NL|czech republic=CZ|turkey=TR|uae=AE|south korea=KR|korea=KR|russia=RU|vietnam=VN|viet nam=VN|ivory coast=CI|hong kong=HK|macedonia=MK|burma=MM|prc=CN|swaziland=SZ',
  opposites:
    'offline=online|unpaid=paid|unpaid for=paid|inactive=active|disabled=enabled|disabled=active|disconnected=connected|disconnected=online|on site=remote|onsite=remote|in office=remote|part time=fulltime|unsubscribed=newsletter|opted out=newsletter|closed=open|outstanding=paid|off=on',
  opposingPrefixes: 'un|non|in|dis|non-',
  valueWords:
    'banking=financial services,finance,banking|bank=financial services,finance|banks=financial services,finance|finance=financial services,finance|financial=financial services,finance|it=information technology,technology,it|tech=technology,tech|hr=human resources,hr,people|human resources=hr,human resources|r&d=research and development,research,r&d|pharma=pharmaceuticals,healthcare|medical=healthcare,medical|health=healthcare,health|software=technology,software|clothing=apparel,clothing|clothes=apparel,clothing|drinks=beverages,drinks|beverage=beverages|women=female,f|men=male,m|female=f,female,woman|male=m,male,man|small business=smb|small businesses=smb|locked=blocked|suspended=blocked,suspended|dormant=inactive|deactivated=inactive|deactivated=disabled|cancelled=cancelled,canceled|canceled=cancelled,canceled|urgent=urgent,high|gray=grey,gray|grey=gray,grey|part time=part-time,part time|full time=full-time,full time|broken=faulty,broken,defective|defective=faulty,defective,broken|cardiologists=cardiology|cardiologist=cardiology|dermatologist=dermatology|dermatologists=dermatology|pediatricians=pediatrics|pediatrician=pediatrics|paediatricians=paediatrics,pediatrics|neurologist=neurology|neurologists=neurology|oncologist=oncology|oncologists=oncology|radiologist=radiology|radiologists=radiology|psychiatrist=psychiatry|psychiatrists=psychiatry|surgeon=surgery|surgeons=surgery|orthopedists=orthopedics|orthopedist=orthopedics|gynecologists=gynecology|urologists=urology|engineers=engineer,engineering|marketers=marketing|salespeople=sales|accountants=accountant,accounting|developers=developer|designers=designer',
};
