"""Animals that live in a home, or would come along."""

import re

from matching.spreadsheet.cells import Cell, plain
from matching.spreadsheet.values.answers import NO_WORDS, UNCLEAR_MARKS, YES_WORDS, says_not_known, unclear
from matching.spreadsheet.values.lists import TAKEN_BACK
from matching.spreadsheet.values.numbers import NUMBER
from matching.spreadsheet.values.reading import NOT_KNOWN, Context, Reader, Reading, known, misread
from scheme.ways_of_living import Pet

EXPECTED = "which animals, such as a dog, two cats or none"

_ANIMALS = {
    Pet.DOG: "dog dogs puppy puppies doggy labrador lab labradors spaniel spaniels collie collies terrier terriers greyhound "
    "whippet poodle cockapoo labradoodle retriever alsatian chihuahua pug dachshund ci",
    Pet.CAT: "cat cats kitten kittens cath",
    Pet.BIRD: "bird birds parrot parrots budgie budgies budgerigar canary canaries cockatiel hen hens chicken chickens duck "
    "ducks geese goose finches",
    Pet.SMALL: "rabbit rabbits bunny hamster hamsters gerbil gerbils rat rats mouse mice ferret ferrets chinchilla guinea-pig "
    "guinea-pigs guineapig guineapigs",
    Pet.OTHER: "fish goldfish tortoise tortoises horse horses pony ponies goat goats sheep pig pigs cow cows cattle donkey "
    "donkeys snake snakes lizard lizards gecko reptile reptiles alpaca alpacas",
}
_PET_OF = {name: pet for pet, names in _ANIMALS.items() for name in names.split()}
_NO_PETS = NO_WORDS | {"no pets", "none at present", "none at the moment", "nil", "no animals", "pet free", "none now"}
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_COUNT_OR_JOIN = re.compile(rf"(?:{NUMBER}|a|an|and|ac|the|some|few|several|couple|of|with|plus|x\d+|\d+x)")
_PETS = re.compile(r"\bguinea\s+pig")


def pet_named(phrase: str) -> Pet | None:
    """The animal a phrase names, if it names one kind."""
    named = {_PET_OF[word] for word in _WORD.findall(_PETS.sub("guinea-pig", plain(phrase))) if word in _PET_OF}
    return named.pop() if len(named) == 1 else None


def pets_reader(fact: str) -> Reader:
    """A reader for the animals in a home. "None" is an answer: an empty list; anything unclear leaves it unknown."""

    def read(cell: Cell, context: Context) -> Reading:
        if says_not_known(cell):
            return NOT_KNOWN
        text = _PETS.sub("guinea-pig", cell.plain).rstrip(".! ")
        if text in _NO_PETS:
            return known(**{fact: ()})
        if text in UNCLEAR_MARKS:
            return unclear(cell)
        words = _WORD.findall(text)
        pets = tuple(dict.fromkeys(_PET_OF[word] for word in words if word in _PET_OF))
        if not pets or text in YES_WORDS or TAKEN_BACK.search(text):
            return misread(cell, EXPECTED)
        whole = all(word in _PET_OF or _COUNT_OR_JOIN.fullmatch(word) for word in words)
        return known(**{fact: pets}).and_keep(not whole or any(_PET_OF.get(word) is Pet.OTHER for word in words))

    return read
