double answer(void)
{
    return 0.3333;
}
