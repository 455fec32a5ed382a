"""An invented scheme to look around in: people, households and arrangements that never were, made by the real actions.

``building.build`` makes two schemes, one of each kind, the same each time apart from ids, with days counted from today so
that it always looks alive. Everything is drawn and written here; nobody in it is a real person. ``flask scheme demo`` runs it.
"""
