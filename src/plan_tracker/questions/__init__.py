"""What is asked of an evaluation; pure, and none of them knows another."""
