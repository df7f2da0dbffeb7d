/* product.h: a product of two numbers and its slope. */
#pragma once

/* The product w x. */
double product(double w, double x);

/* Its slope by w. */
double product_slope(double x);
