"""How processing is supervised: journal, checks, examination on doubt, measures, disputes (RPD 120-135)."""
