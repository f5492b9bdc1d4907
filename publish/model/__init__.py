"""What a booklet is: plain frozen values, and the protocol by which the outside world is reached."""
