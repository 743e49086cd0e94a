"""What a plan is: its time, its targets with their pace, and the rules of each kind of target."""
