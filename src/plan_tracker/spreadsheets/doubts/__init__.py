"""What looks wrong in a table though each figure is right by itself: wrong columns, units, sums, kinds."""
