"""The forms of matching: what is asked at each step, and why."""
