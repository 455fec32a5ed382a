"""Own words for invented people: strengths first, and no two lives the same. ``{a}`` and ``{b}`` are things they love."""

from people.models import Closeness
from scheme.ways_of_living import HowOften

GOOD_LIFE = (
    "A good life for me has {a} in it, and somebody to tell about my day.",
    "I want a front door that feels like mine, {a}, and good company at tea time.",
    "Living somewhere I am known. {a_}, {b}, and my own room to go to when I have had enough.",
    "I would like to be part of a family again. I miss the noise of a house. And {a}.",
    "To get up when I like, have a job to do, and then {a}. That is a good day.",
    "Being near my friends matters most. After that it is {a} and {b}.",
    "I want to learn to cook three things properly and have people round to eat them. {a_} too.",
    "Quiet mornings, {a}, and nobody rushing me. I like people, just not all at once.",
    "Lots going on! {a_}, {b}, people in and out. I do not like sitting about.",
    "I would like to live with people who laugh. And {a}, every week, not now and then.",
    "My own key. A bus I can catch by myself. {a_} at the weekend.",
    "A home where I can help as well as be helped. I am happiest with {a}.",
    "I want to do what other people my age do: work, friends, {a}, and a holiday once a year.",
    "Somewhere calm with a bit of green. I would have {a} in the week and see my family on Sundays.",
    "I have lived in lots of places. The next one should be for good, with {a} close by.",
    "I'd like to be asked what I think. I have plenty to say, specially about {a}.",
)

LIKED_FOR = (
    "People say I notice when somebody is sad. I make them a brew.",
    "I am funny. I do not always mean to be.",
    "I never forget a birthday, and I never forget a face.",
    "They say I am patient and that I stick at things.",
    "My smile, and that I say hello to everybody on our road.",
    "I am honest. You will always know where you are with me.",
    "I am good with little ones and with older people. I listen to them.",
    "My friends say I am loyal. I have had the same best friend since I was six.",
    "I cheer people up. Even on Mondays.",
    "I keep calm when other people get in a flap.",
    "I know a great deal, and I am told I explain it well.",
    "I am gentle. Animals come to me, even the ones that do not like people.",
    "I work hard and I turn up on time.",
    "I am good at remembering where everybody left their things.",
)

CAN_BRING = (
    "I can make a very good cup of tea and set the table without being asked.",
    "I would walk the dog, do the bins and feed anything that needs feeding.",
    "I can get anywhere by bus and show you the way.",
    "I'd bring my music. I have taste, everybody says so.",
    "I am good at {a}. I could teach you.",
    "I like tidying. I do other people's cupboards for fun.",
    "I can cook a roast if somebody does the gravy.",
    "I am company. I will sit with anybody and have a natter.",
    "I'd bring {a}, and I'd share it.",
    "I earn my own money two mornings a week, and I pay my way.",
    "I am handy in a garden. I do not mind getting muddy.",
    "I remember things: dates, names, who takes sugar.",
    "I mend things. Radios mostly, and once a toaster.",
    "I bring quiet. Some houses need it.",
)

MATTERS = (
    "My mum and dad's anniversary, my club on Tuesdays, and seeing my sister.",
    "Having my own telly, and people knocking before they come in.",
    "My faith, my friends, and a proper dinner on a Sunday.",
    "Knowing what is happening tomorrow. I like it on the calendar.",
    "Keeping my job. I have been there four years.",
    "Choosing my own clothes and having my hair done properly.",
    "That people do not talk about me when I am in the room. Talk to me.",
    "Speaking to my brother every night at seven. He rings me.",
    "My photographs. They come wherever I go.",
    "Being trusted. I have earned it.",
    "{a_}. I would not be me without it.",
    "My best friend Lou. We have lunch on Fridays and nothing gets in the way of that.",
    "Having time. If you wait, I will get there.",
    "My garden pots. They would have to come with me.",
)

BEST_SUPPORT = (
    "Tell me one thing at a time. Write it down if it is important.",
    "Give me a minute to answer. I am thinking, not ignoring you.",
    "Help with my money and my letters. I do the rest.",
    "Remind me about my tablets at breakfast. I take them myself.",
    "Walk beside me on stairs and when it is dark. I can see shapes best in good light.",
    "Show me, do not tell me. Once I have done it twice I have got it.",
    "A hand with my buttons and my shower. Warm the bathroom first.",
    "Say what time we are going and then go at that time.",
    "Use signs as well as words. I know about sixty and you will pick them up.",
    "Let me have my hour after work with the door shut. Then I am all yours.",
    "Stay calm and near. Do not crowd me. It passes.",
    "Come with me the first time to anywhere new. After that I like to go alone.",
)

BAD_DAYS = (
    "Loud shops, being rushed, and plans that change when nobody has told me.",
    "When people talk over me.",
    "Not sleeping. I am slow the next day, and that is all it is.",
    "Anniversaries of losing my dad. I may be quiet. Ask me about him.",
    "Hot weather and crowded buses.",
    "Being told off like a child.",
    "Hospitals. Please sit with me and talk about something else.",
    "When I have nothing to do all day.",
    "Dogs barking suddenly. I am fine if I can see it coming.",
    "Too many choices at once. Two is plenty.",
)

DESK_NOTES = (
    "Prefers to meet in the library café, mornings best.",
    "Sister likes a copy of letters; agreed with them in person.",
    "Phone rather than letter. Let it ring a long time.",
    "Has a travel pass. Happy to come to the office.",
    "Asked us not to ring during the quiz on Mondays.",
)

TALKED = (
    "Talked over tea about what a good week looks like. Lots of ideas, no hurry.",
    "Walked round the market together. Said again that being near friends comes first.",
    "Rang for a catch-up. In good spirits, asked what happens next.",
    "Looked at the photographs of three homes together and talked about what stood out.",
    "Met with their brother too. Went through the places that matter, and why.",
    "Helped with a letter about money, then talked about moving: excited and a bit nervous.",
)

CIRCLE = (
    ("Sister", Closeness.CLOSEST), ("Brother", Closeness.CLOSE), ("Mum", Closeness.CLOSEST), ("Dad", Closeness.CLOSEST), ("Best friend", Closeness.CLOSEST),
    ("Friend from work", Closeness.CLOSE), ("Neighbour", Closeness.KNOWN), ("Cousin", Closeness.CLOSE), ("Auntie", Closeness.CLOSE), ("Choir friend", Closeness.KNOWN),
    ("Advocate", Closeness.PAID), ("Support worker at the day centre", Closeness.PAID), ("Partner", Closeness.CLOSEST), ("Nan", Closeness.CLOSEST),
)  # fmt: skip

PLACES = (
    ("My mum's house", HowOften.WEEKLY), ("The café where I work", HowOften.MOST_DAYS), ("The library", HowOften.WEEKLY), ("My best friend's", HowOften.WEEKLY),
    ("The swimming baths", HowOften.WEEKLY), ("My club", HowOften.WEEKLY), ("My sister's", HowOften.MONTHLY), ("The doctor's", HowOften.SOMETIMES),
    ("The allotment", HowOften.MOST_DAYS), ("College", HowOften.MOST_DAYS), ("Dad's grave", HowOften.MONTHLY), ("The football ground", HowOften.MONTHLY),
)  # fmt: skip
