"""What may be done with an arrangement: proposing, answering, visiting, staying, and taking the next step."""
