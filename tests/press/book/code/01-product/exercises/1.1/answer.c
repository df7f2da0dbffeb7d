double answer(double w)
{
    return 0 * w;
}
