"""Own words for invented households. ``{a}`` and ``{b}`` are things they would share; ``{town}`` is where they are."""

ABOUT_US = (
    "We are an ordinary house with the kettle on. You will find {a}, {b}, and somebody usually in.",
    "It is a lived-in home near {town}. Shoes off if you like, on if you do not. There is {a}.",
    "I have lived on this street for twenty years and I still like it. {a_} keeps me busy.",
    "We are on the quiet side: a book, {a}, an early night. Laughing is allowed.",
    "A busy house! Family in and out, {a}, and always one more place at the table.",
    "I am on my own since the children left, and the house is too quiet. I would enjoy the company, and {a}.",
    "We came to Shared Lives through a neighbour who did it for years. We have {a}, {b} and a spare room that wants using.",
    "There is always a project on here. At the moment it is {a}.",
    "We both grew up round {town} and know everybody. We would love to show you {a}.",
    "Small house, big garden, open door. We spend our time on {a} and {b}.",
    "We would not call ourselves organised, but nobody goes hungry and nobody is left out. {a_}, if you like that.",
    "We have shared our home before and we missed it when it stopped.",
    "It is calm here. We keep the same hours most days, and there is {a} for whoever wants it.",
)

DAY = (
    "Up about seven, breakfast round the table, everybody off to their day. Tea at six together.",
    "Nobody talks before the second cup of coffee. After that anything goes.",
    "We plan the week on Sunday night and stick to about half of it.",
    "Slow mornings, a walk after dinner, something good on the telly in the evening.",
    "One of us is at work until three. Then the kettle goes on and the house fills up.",
    "Porridge, dog, shops, a bit of garden, a sit down. Evenings are for {a}.",
    "Weekdays are steady. Saturdays are for {a}. Sundays everybody comes for lunch.",
    "We eat together every night and everyone says one good thing about their day.",
    "Breakfast is help-yourself. We are about if you want us and out of the way if you do not.",
)

CAN_SHARE = (
    "Time, mostly. And {a}.",
    "A bright room with its own door, a seat at our table, and {a}.",
    "We know the buses, the choirs and the cheap cafés, and we would gladly introduce you to all of them.",
    "{a_}, {b}, and a family who will include you in everything or leave you in peace.",
    "Help to learn whatever you want to learn: the bus, the oven, the internet.",
    "Our friends. They are the best thing about living here.",
    "A garden with a bench, {a}, and patience.",
    "Whatever we are doing, you are welcome to do it too. That could be {a}.",
)

HOME = (
    "A stone terrace with a wood stove. Your room is at the back, where it is quiet.",
    "A bungalow at the end of a close. Everything is on one level.",
    "A tall house on a hill. Good views, strong legs needed.",
    "A semi with a long garden and a bus stop outside the gate.",
    "A farmhouse down a track. Very dark at night and full of stars.",
    "A new house on a small estate, warm and easy to keep.",
    "A flat above the bakery. It smells of bread by five in the morning.",
)

SUPPORT = (
    "We have supported somebody with epilepsy and are confident with it.",
    "Happy to help with meals, washing and getting out; not with lifting.",
    "One of us was a nurse for thirty years.",
    "We sign a little and are keen to learn more.",
    "We are new to this and have done all the training.",
)

AWAY = ("Two weeks in a caravan", "A family wedding", "Walking in the Dales", "Seeing our grandchildren")

SPACE = (
    "Any nights",
    "Weekends only",
    "Weekdays 9 to 4",
    "One week in four",
    "Tuesdays and Thursdays",
    "School holidays",
)

TALKED = (
    "Rang to see how things are. All well, garden looking good.",
    "Called in with the approval papers; stayed for cake.",
    "Talked about what went well last time and who might suit next.",
    "Went through the spaces together.",
)

HOMESHARER_ABOUT = (
    "I am studying nursing and I would love to come home to a house with somebody in it. I bring {a}.",
    "I moved north for work and know nobody yet. I am tidy, cheerful and good at {a}.",
    "I am retired from teaching and not ready to live alone. I enjoy {a} and {b}.",
    "I work from home, so I am about in the day. I would happily cook, shop and share {a}.",
    "I sing, I bake, I can change a plug. {a_} is my idea of a good evening.",
    "I grew up with my grandparents and miss having an older person to talk to. I like {a}.",
    "I am a gardener by trade, up early and quiet of an evening. I could bring {a}.",
)

HOMESHARER_SHARE = (
    "Ten hours a week of cooking, shopping and company, and somebody in the house at night.",
    "Lifts, letters, light bulbs, and {a}.",
    "Help with the computer, walks to the shop, and supper together most evenings.",
    "Company first of all. And I do not mind housework.",
)

HOUSEHOLDER_LIFE = (
    "I have a house full of books and nobody to argue with about them. And I like {a}.",
    "I want to stay in my own home, with {a}, and have somebody about at night.",
    "Somebody to share supper with, and {a}. I can do most things; I just do them slowly.",
    "I was a headmistress for thirty years and I enjoy young people. I would like {a} and some life in the house.",
    "I would like the lights on when I come home, a bit of help with the shopping, and {a}.",
    "My house is too big and too quiet since Arthur died. I would share it gladly, with {a}.",
)
