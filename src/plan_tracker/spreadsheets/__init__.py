"""Tables that people keep elsewhere: reads them, and makes figures or a plan of them."""
