eval(canvas(120)); plot NaN notitle
