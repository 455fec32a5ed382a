"""What schemes call their columns: variants, as data, for the fact each means. A scheme adds its own (``headers.py``)."""

from collections.abc import Mapping

Headers = Mapping[str, str]
"""Fact to its headers, parted by ``|``. Case, spaces and punctuation do not matter, nor does anything in brackets."""

SHARED: Headers = {
    "reference": "ref|ref no|ref number|reference|reference number|id|id no|id number|unique id|our ref|case ref|case no|"
    "case number|client id|client ref|mosaic id|mosaic no|liquidlogic id|lcs id|paris id|cyfeirnod|scheme ref|record no",
    "postcode": "post code|postcode|pcode|p code|post-code|postal code|zip|current postcode|home postcode|cod post|area postcode|"
    "postcode district|district",
    "address": "address|home address|full address|current address|address line 1|street|street address|cyfeiriad",
    "phone": "phone|phone no|phone number|tel|tel no|telephone|telephone no|telephone number|mobile|mobile no|mobile number|"
    "contact no|contact number|landline|home phone|ffôn|best number",
    "email": "email|e mail|email address|e-mail address|ebost",
    "pronouns": "pronouns|pronoun",
    "languages": "languages|language|languages spoken|spoken languages|language spoken|first language|preferred language|"
    "main language|speaks|ieithoedd|iaith|language and communication|languages and communication",
    "communication": "communication|how they communicate|how i communicate|communication needs|communicates by|ways of communicating|"
    "communication method",
    "faiths": "faith|religion|faith culture|faith and culture|culture faith|religion culture|faith religion|religion belief|"
    "religious beliefs|religious needs|belief|church|faith or culture|culture and faith|culture religion|ffydd",
    "culture": "culture|cultural background|cultural needs|background|heritage",
    "foods": "food|diet|dietary needs|dietary requirements|dietary|special diet|food needs|eats|food and diet|dietary preferences",
    "contributes": "contributes|can contribute|contribution|would bring|could share|happy to share|likes to share|skills to share|"
    "what they would bring|what i would bring",
    "would_enjoy": "would enjoy|would like to do together|would like to learn|wants to learn|would like to share|what they would enjoy",
    "pet_temper_wish": "calm pets|calm pets only|calm animals|calm animals only|temperament of pets ok|pet temperament ok",
    "worker": "worker|named worker|scheme worker|key worker|keyworker|allocated worker|allocated to|officer|coordinator|"
    "co-ordinator|sl worker|shared lives worker|shared lives officer|link worker|allocated officer|lead worker|"
    "worker name|gweithiwr",
    "notes": "notes|note|comments|comment|other|other info|other information|further information|any other info|"
    "anything else|additional info|additional information|misc|remarks|nodiadau|general notes|update|updates|latest",
}

PEOPLE: Headers = {
    "known_as": "known as|preferred name|likes to be called|calls themselves|prefers|preferred to be called|nickname|aka",
    "first_name": "first name|firstname|first names|forename|forenames|given name|christian name|fname|enw cyntaf|first",
    "last_name": "surname|last name|lastname|family name|second name|sname|lname|cyfenw|last",
    "full_name": "name|full name|client name|client|person|persons name|person name|su name|service user|service users name|"
    "service user name|customer|customer name|name of person|individual|individual name|participant|young person|enw|"
    "su|resident|applicant|name of client|householder|householder name",
    "date_of_birth": "dob|date of birth|d o b|birth date|birthdate|born|birthday|date birth|dyddiad geni",
    "kinds": "looking for|type|support type|type of support|arrangement|arrangement type|placement type|type of placement|"
    "service|service type|type of service|service required|needs|wants|requested|support wanted|kind|kind of arrangement|"
    "service requested|request|request type|referral type|what they want|seeking|type of arrangement|placement required",
    "starts": "from|start|start date|needed from|wanted from|required from|required by|when|when needed|needed by|date needed|"
    "date required|start from|move date|available from|from when|by when",
    "loves": "loves|likes|interests|hobbies|hobbies and interests|interests and hobbies|enjoys|likes doing|what i like|"
    "what they like|things i love|things i like|likes and interests|activities|favourite things|passions|likes to do",
    "hates": "hates|dislikes|doesnt like|does not like|things i hate|things i dislike|what i dont like|not keen on|"
    "dislikes and fears|triggers|cant stand|pet hates|wont like",
    "matters_to_me": "what matters most|what matters|what matters to me|most important|important to me|matters most|whats important|"
    "what is important|important|priorities|whats important to me|what is important to me|must haves|wishes",
    "good_life": "good life|my good life|a good life|what a good life looks like|hopes|goals|outcomes|aspirations|dreams|"
    "hopes and dreams|goals and aspirations",
    "liked_for": "what people like about me|what people like and admire|like and admire|strengths|personality|character",
    "can_bring": "what i can do|skills|can do|what i bring|what i can bring|gifts|abilities|skills and strengths|brings",
    "best_support": "how best to support me|support needs|support needed|needs support with|how to support|support required|"
    "care needs|help with|help needed|needs help with|support plan|how best to support",
    "bad_days": "bad days|what gives me bad days|what upsets me|upsets|anxieties|worries|what makes me anxious",
    "pets_wish": "ok with pets|pets ok|ok with animals|pets|happy with pets|likes pets|animals|pets y n|live with pets|"
    "would live with pets|pet friendly|pets in home|ok w pets|comfortable with pets|good with pets|pets okay",
    "help_with": "a hand with|wants a hand with|would like a hand with|daily living|daily living skills|everyday help|practical help",
    "helped_by": "gender of carer|carer gender|preferred gender of carer|preferred carer gender|gender preference|male or female carer|"
    "same gender care|who helps with personal care|personal care by|gender of support",
    "brings_pets": "own pets|brings pets|has pets|has a pet|pets to bring|pets coming|own pet|my pets|pets to come too",
    "smoking_wish": "ok with smokers|ok with smoking|smokers ok|happy with smokers|smoking ok|live with smokers|ok w smokers|"
    "smoking household ok|would live with smokers|smoking in home|smokers okay|smoking household",
    "smoking": "smoker|smokes|smokes y n|do they smoke|smoker y n|smoking|is a smoker|smoking status|does the person smoke",
    "children_wish": "ok with children|ok with kids|children ok|happy with children|live with children|kids ok|children in home",
    "step_free_needed": "step free needed|step free|needs step free|step-free|level access needed|ground floor needed|no stairs|"
    "step free access|level access|needs level access|step free required|step free access needed|needs no steps|"
    "mobility step free",
    "ground_floor_needed": "ground floor bedroom needed|downstairs bedroom needed|needs ground floor bedroom|ground floor bedroom|"
    "downstairs bedroom",
    "accessible_bathroom_needed": "wet room needed|walk in shower needed|accessible bathroom needed|accessible bathroom|wet room",
    "wheelchair_space_needed": "wheelchair|wheelchair user|uses a wheelchair|wheelchair space needed|wheelchair access",
    "living_with": "would rather live with|rather live with|prefers to live with|live with|wants to live with|household preference|"
    "preferred household|carer preference|preferred carer|type of household|household type|ideal household|"
    "would like to live with|preferences|living with|family type",
    "places": "important places|places|places that matter|key places|where matters|needs to be near|near|near to|places to be near|"
    "close to|location needs|important locations|wants to be near|day centre college|places i go|regular places",
    "distance": "how far|distance|max distance|maximum distance|how far miles|miles|radius|travel distance|distance miles|"
    "how far is too far|within|distance limit|will travel|travel|max miles|how far away",
    "setting": "town or country|town or village|town village|area type|preferred area type|rural or urban|urban or rural",
    "support_level": "support level|level of support|level|banding|band|level of need|dependency",
    "night_support": "night support|nights|waking nights|needs night support|support at night|night time support|sleep in needed",
    "needs_bus": "needs bus|bus|needs public transport|public transport|needs a bus route",
    "crisis": "in crisis|crisis|crisis now|urgent|in crisis now|is crisis|at risk now|emergency|immediate risk|crisis y n",
    "first_contact_on": "first contact|date of first contact|referral date|date referred|referred|referred on|date received|"
    "enquiry date|received|date of referral|contact date|first contacted|waiting since|on list since|date added|"
    "date of enquiry|enquired",
}

HOUSEHOLDS: Headers = {
    "name": "carers|carer|carer s|name|names|carer name|carers name|carer names|carers names|household|household name|family|"
    "family name|name of household|names of household|host|hosts|host name|host family|provider|provider name|shared lives carer|shared lives carers|"
    "sl carer|sl carers|slc|enw|gofalwyr|main carer|primary carer|lead carer|homesharer|homesharer name|sharer|sharer name|full name",
    "first_name": "first name|firstname|first names|forename|forenames|given name|carer first name|carers first name",
    "last_name": "surname|last name|lastname|carer surname|carers surname",
    "second_carer": "second carer|carer 2|partner|partner name|other carer|joint carer|2nd carer",
    "setting": "town or village|town village|village or town|town or country|area type|type of area|location type|setting|"
    "urban or rural|rural or urban|rural urban|town|location|urban rural",
    "kinds": "offers|offer|type|types|type of support|support offered|services|services offered|service|provides|what they offer|"
    "arrangement types|placement types|type of placement|placement type|service type|kinds|can offer|arrangements offered|"
    "what we offer|support types|types of arrangement|offering|type of service",
    "approved_kinds": "approved for|approval type|approval category|approved to offer|registered for|approved kinds|approval for",
    "spaces": "spaces|space|places|vacancies|vacancy|no of spaces|number of spaces|free spaces|spaces free|spaces available|"
    "available spaces|capacity|availability|rooms free|free rooms|rooms available|beds|no of places|places available|voids|"
    "available|current vacancies|no of vacancies|number of vacancies|lle",
    "living_there": "living there now|living there|who lives there|who lives there now|currently living there|current residents|residents|"
    "current placements|in placement|placed|people living there|currently supporting|supporting now|current|occupied|"
    "people there now|number living there|no in placement|current no|people supported|existing placements|filled",
    "home": "home|house|property|accommodation|home details|about the home|home description|property type|type of property|"
    "house type|type of home|the home|accommodation details|cartref|housing",
    "step_free": "step free|step free access|level access|wheelchair accessible|accessible|step-free",
    "ground_floor_bedroom": "ground floor bedroom|downstairs bedroom|ground floor room|d s bedroom",
    "accessible_bathroom": "accessible bathroom|wet room|walk in shower|downstairs shower",
    "garden": "garden|has garden",
    "parking": "parking|has parking|off road parking",
    "bus_nearby": "bus|on bus route|bus route|public transport|near bus|bus stop",
    "bedrooms": "bedrooms|no of bedrooms|number of bedrooms",
    "pets": "pets|pet|animals|pets in home|any pets|household pets|pets at home|has pets|anifeiliaid anwes|pets y n|type of pets",
    "pet_tempers": "pet temperament|pets temperament|temperament|temperament of pets|how pets behave|pet behaviour|pets behaviour|"
    "animal temperament",
    "experienced_with": "has helped with|helped with before|experience of helping with|experience helping with|can help with",
    "helpers": "who can help with personal care|personal care|personal care by|who gives personal care|gender of carers|carers gender",
    "pets_wish": "ok with pets|pets welcome|pets accepted|will take pets|accepts pets|ok with a pet coming",
    "smoking": "smokers|smoker|smoking|smoke|smokes|smokers in home|anyone smoke|smoking household|smokers y n|smokes y n|"
    "smoking in home|does anyone smoke|smoker in home",
    "smoking_wish": "ok with smokers|smokers welcome|accepts smokers|will take smokers|would take smokers",
    "children": "children|kids|children at home|children in home|any children|dependents|dependants|family members|children ages|"
    "own children|children living at home|plant",
    "likes": "likes doing|likes|interests|hobbies|hobbies and interests|interests and hobbies|enjoys|loves|activities|family interests|"
    "we like|what we like|what they like|household interests|likes to do|carer interests",
    "hates": "dislikes|hates|doesnt like|not keen on",
    "about_us": "about us|about|about the carers|about them|description|profile|pen picture|family profile|about the family|bio",
    "approved": "approved|approval|approval date|date approved|panel|panel date|approved on|date of approval|approved date|registered|"
    "registration date|date of panel|approved at panel|approved since",
    "dbs": "dbs|dbs date|dbs check|dbs checked|crb|crb date|dbs done|dbs issued|date of dbs|dbs issue date|last dbs|pvg|pvg date|"
    "access ni|police check",
    "dbs_expires": "dbs expiry|dbs expires|dbs due|dbs renewal|dbs renewal date|dbs expiry date|next dbs|dbs renewal due",
    "first_aid": "first aid|first aid date|first aid training",
    "safeguarding": "safeguarding|safeguarding training|safeguarding date",
    "review_due": "review due|review|next review|review date|date of next review|next review date|annual review|annual review due|"
    "carer review|carer review due|approval review|review by|approval review due|next panel review|panel review|panel review due|next panel|reapproval due|re approval due|next annual review",
    "away": "away|holidays|holiday|away dates|dates away|not available|unavailable|unavailable dates|on holiday|breaks|leave|"
    "annual leave|time off|holiday dates|away from to|not available from to|holidays booked|holiday booked|booked holidays|dates booked off",
    "support_words": "could support|can support|support needs met|client group|client groups|who they can support|user group|user groups|"
    "specialism|specialisms|experience|experience with|able to support|would support|works with|supports|who could they support|"
    "skills|skills and experience|preferred client group|suitable for",
    "support_levels": "support levels|level of support|support level|levels|max level|banding|needs level",
}

HOMESHARE: Headers = {
    "home": "home|house|property|accommodation|home details|about the home|home description|property type|type of property|house type|"
    "type of home|the home|accommodation details|housing",
    "rooms": "rooms|room|no of rooms|number of rooms|the room|spare room|room offered",
    "stairs": "stairs|any stairs|steps|stairs in the home",
    "step_free": "step free|step free access|level access|wheelchair accessible|accessible",
    "ground_floor_bedroom": "ground floor bedroom|downstairs bedroom|ground floor room",
    "accessible_bathroom": "accessible bathroom|wet room|walk in shower|downstairs shower",
    "garden": "garden|has garden",
    "parking": "parking|has parking|off road parking",
    "bus_nearby": "bus|on bus route|bus route|public transport|near bus|bus stop|bus nearby|transport",
    "bedrooms": "bedrooms|no of bedrooms|number of bedrooms",
    "brings_pets": "pets|pet|animals|pets in the home|pets in home|any pets|household pets|pets at home|has pets",
    "pet_tempers": "pet temperament|pets temperament|temperament of pets|how pets behave|pet behaviour",
    "children": "children|children at home|children in the home|grandchildren",
    "smoking": "smokers in home|smokers in the home|smoking in home|smoking in the home",
}
"""What a sheet of people says of the home in a Homeshare scheme, where the home is the person's."""
