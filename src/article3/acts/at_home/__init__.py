"""What a bureau does at home, for itself: its protective desk and its front line. One file per act."""
