"""The curated interests as a set shape, and which of them may be told only once both sides are meeting.

Sharing "going to chapel" tells something private about belief; the list marks such interests as special.
"""

from matching.compatibility.sets import Sets
from matching.lifecycle import Stage
from scheme.interests import closeness_matrix, interests

INTERESTS = Sets(*closeness_matrix())

TOLD_LATER = {key: Stage.INTRODUCTION for key, interest in interests().items() if interest.special}
