/* The checks of exercise 4.7: the chapter's network of these units, and
   its loops counted. */
#include "answer.h"

#include "04-digits/mlp.h"
#include "workbook.h"

#include <math.h>

enum { LAYERS = 3, BATCH = 32 };

static const int units[LAYERS + 1] = {64, 32, 16, 10};
static const int deeper[LAYERS + 2] = {64, 32, 16, 16, 10};
static const char *const layers[LAYERS] = {"first", "second", "third"};

/* How many parameters the chapter's network of so many layers has. */
static int parameters_of(int depth, const int its_units[])
{
    mlp net = mlp_new(depth, its_units, sigmoid_units);
    const int count = net.count;
    mlp_free(&net);
    return count;
}

static void of_layers(void)
{
    const shapes a = answer();
    mlp net = mlp_new(LAYERS, units, sigmoid_units);
    double rows[LAYERS], columns[LAYERS], biases[LAYERS];
    for (int l = 1; l <= LAYERS; l++) {
        const double *const end =
            l < LAYERS ? net.W[l + 1] : net.all + net.count;
        rows[l - 1] = net.units[l - 1];
        columns[l - 1] = (double)(net.b[l] - net.W[l]) / net.units[l - 1];
        biases[l - 1] = (double)(end - net.b[l]);
    }
    mlp_free(&net);
    for (int l = 0; l < LAYERS; l++) {
        const double weights = rows[l] * columns[l];
        part_number(
            text("rows of the %s layer", layers[l]), a.rows[l], rows[l], 6,
            SLIPS({columns[l], "a row of W for each unit where its weights "
                               "come from, or where they lead to? How are "
                               "the chapter's networks laid out?"},
                  {BATCH, "that may be a batch's rows; W has none of its "
                          "own for a row of data"},
                  {1.0, "that is a row of data, or of biases; how many "
                        "numbers meet W?"},
                  {weights, "that is how many weights there are"},
                  {rows[l] + 1.0, "is the bias a row of W, in the "
                                  "chapter?"}));
    }
    for (int l = 0; l < LAYERS; l++) {
        const double weights = rows[l] * columns[l];
        part_number(
            text("columns of the %s layer", layers[l]), a.columns[l],
            columns[l], 6,
            SLIPS({rows[l], "a column of W for each unit where its weights "
                            "come from, or where they lead to? How are the "
                            "chapter's networks laid out?"},
                  {1.0, "how many units does each of the units before lead "
                        "to?"},
                  {weights, "that is how many weights there are"},
                  {columns[l] + 1.0, "is the bias a column of W, in the "
                                     "chapter?"}));
    }
    for (int l = 0; l < LAYERS; l++) {
        const double weights = rows[l] * columns[l];
        part_number(
            text("biases of the %s layer", layers[l]), a.biases[l],
            biases[l], 6,
            SLIPS({rows[l], "a bias for each unit of the layer, or of the "
                            "one before?"},
                  {1.0, "each unit of the layer has its own bias"},
                  {0.0, "which layer is without biases, in this network?"},
                  {weights, "so many weights are there; how many sums does "
                            "a bias go into?"}));
    }
    for (int l = 0; l < LAYERS; l++) {
        const double weights = rows[l] * columns[l];
        part_number(
            text("deltas of the %s layer", layers[l]), a.deltas[l],
            columns[l], 6,
            SLIPS({rows[l], "delta is the derivative by z; how many z has "
                            "the layer?"},
                  {1.0, "delta is the derivative by z; how many z has the "
                        "layer?"},
                  {weights, "delta is the derivative by z, and not that by "
                            "the weights"},
                  {BATCH * columns[l], "that is for a batch; how many are "
                                       "there for one row of data?"}));
    }
}

static void parameters(void)
{
    const shapes a = answer();
    const double right = parameters_of(LAYERS, units);
    double weights = 0.0, product = units[0], all_units = units[0];
    for (int l = 1; l <= LAYERS; l++) {
        weights += units[l - 1] * units[l];
        product *= units[l];
        all_units += units[l];
    }
    part_number(
        "parameters", a.parameters, right, 6,
        SLIPS({weights, "those are the weights; are the biases no "
                        "parameters?"},
              {weights + LAYERS, "that is with one bias for a layer; each "
                                 "unit has its own"},
              {weights + all_units, "the inputs are given; have they "
                                    "biases?"},
              {right - units[LAYERS], "have the logits no biases?"},
              {right - units[1] - units[2], "the hidden units have biases, "
                                            "too"},
              {product, "between which layers are there weights?"},
              {all_units, "those are the units; how many weights lead from "
                          "one layer to the next?"},
              {all_units - units[0], "those are the biases; and the "
                                     "weights?"},
              {weights + all_units - units[LAYERS],
               "a layer's biases are as many as its own units, and not as "
               "those before it"},
              {parameters_of(LAYERS + 1, deeper),
               "that is with the layer that comes only in the next "
               "question"}));

    const double wide = units[2];
    const double more = parameters_of(LAYERS + 1, deeper) - right;
    const double last = (wide + 1.0) * units[LAYERS];
    part_number(
        "more", a.more, more, 6,
        SLIPS({wide * wide, "those are the weights; and its biases?"},
              {wide, "those are its biases; and the weights that lead to "
                     "it?"},
              {more + last, "the weights to the logits were there before; "
                            "are they more now?"},
              {last, "so many lead to the logits, before and after; how "
                     "many lead to the new layer?"},
              {wide * wide + 2.0 * wide, "have the units before it got "
                                         "other biases, too?"},
              {2.0 * more, "the weights to the logits were there before; "
                           "are they more now?"},
              {right + more, "that is all of them; how many more are "
                             "they?"}));
}

static void multiplications(void)
{
    const shapes a = answer();
    double forward = 0.0, backward = 0.0, through_weights = 0.0;
    double slopes = 0.0, biases = 0.0, product = units[0];
    for (int l = 1; l <= LAYERS; l++) {
        slopes += l > 1 ? units[l - 1] : 0;
        biases += units[l];
        product *= units[l];
        for (int j = 0; j < units[l - 1]; j++)
            for (int k = 0; k < units[l]; k++) {
                forward++;
                backward++;
                through_weights += l > 1;
            }
    }
    const double first = units[0] * units[1];
    const double right = backward + through_weights;
    part_number(
        "forward", a.forward, forward, 6,
        SLIPS({forward + biases, "a bias is added, and multiplied by "
                                 "nothing"},
              {product, "does an input meet the weights of the last "
                        "layer?"},
              {2.0 * forward, "those are multiplications and additions; "
                              "the first are asked"},
              {forward - units[2] * units[3], "the logits are sums of "
                                              "products, too"},
              {units[0] + units[1] + units[2], "so many activations are "
                                               "there; how many weights "
                                               "does each meet?"},
              {first, "that is the first layer alone"},
              {through_weights, "and the first layer?"}));
    part_number(
        "backward", a.backward, right, 6,
        SLIPS(
            {2.0 * forward, "in which layer is nobody before it who "
                            "needs deltas?"},
            {forward, "that is one of the two kinds; which of them is "
                      "missing?"},
            {through_weights, "those are the weights by deltas; and the "
                              "activations by deltas?"},
            {right + slopes, "the slopes of the units were to be left "
                             "out"},
            {2.0 * forward + slopes, "the slopes were to be left out; "
                                     "and in which layer is nobody "
                                     "before it who needs deltas?"},
            {right + forward, "that is forward and backward together"},
            {2.0 * through_weights, "and the derivatives by the first "
                                    "layer's weights?"},
            {backward + biases, "derivatives by biases are deltas, and "
                                "multiplied by nothing; and where are "
                                "the weights by deltas?"},
            {right + biases,
             "derivatives by biases are deltas, which nothing multiplies"},
            {2.0 * through_weights + 2.0 * first + biases,
             "derivatives by biases are deltas, and multiplied by "
             "nothing; and who needs the deltas of the inputs?"},
            {first + units[1] * units[2] * 2.0,
             "and the weights that lead to the logits?"}));
}

static void memory(void)
{
    const shapes a = answer();
    double read = 0.0, hidden = 0.0;
    for (int l = 1; l <= LAYERS; l++) {
        read += units[l - 1];
        hidden += l < LAYERS ? units[l] : 0;
    }
    const double logits = units[LAYERS];
    part_number(
        "kept", a.kept, read, 6,
        SLIPS({read + logits, "the logits have gone into the deltas of the "
                              "last layer; who reads them after that?"},
              {hidden, "what does the first layer's dL/dW multiply its "
                       "deltas by?"},
              {hidden + logits, "what does the first layer's dL/dW "
                                "multiply its deltas by? And who reads the "
                                "logits after the deltas are there?"},
              {units[0], "which activations does dL/dW of the second and "
                         "the third layer read?"},
              {read + hidden, "has z to be known beside a? From which of "
                              "them does the slope come?"},
              {read + hidden + logits,
               "has z to be known beside a? And the logits, once the "
               "deltas are there?"},
              {read + hidden + 2.0 * logits,
               "has z to be known beside a? And the last layer's, once "
               "its deltas are there?"},
              {read + parameters_of(LAYERS, units),
               "the activations are asked, without the parameters"},
              {units[1], "each layer's dL/dW reads the activations before "
                         "it; how many layers are there?"}));
    part_number(
        "together", a.together, BATCH * read, 6,
        SLIPS({read, "all go forward before the first goes back; can one "
                     "place hold two rows' activations?"},
              {BATCH * (read + logits), "the logits are in it; who reads "
                                        "them once the deltas are there?"},
              {BATCH * hidden, "what does the first layer's dL/dW multiply "
                               "its deltas by?"},
              {BATCH * (hidden + logits),
               "the inputs are not in it, and the "
               "logits are; who reads which?"},
              {(BATCH - 1.0) * read, "how many rows are there?"},
              {BATCH, "so many rows; how many activations has each?"},
              {20.0 * read, "that is for the rows of the next question"},
              {BATCH * BATCH * read, "the rows count once"},
              {BATCH * parameters_of(LAYERS, units),
               "those are parameters; the activations are asked, and the "
               "parameters are the same for all rows"}));
    part_number(
        "in_turn", a.in_turn, read, 6,
        SLIPS(
            {BATCH * read, "who reads the activations of a row that has "
                           "gone back?"},
            {2.0 * read, "the next row begins when the one before has "
                         "gone back; are two ever under way?"},
            {read + logits,
             "the logits are in it, and the deltas have taken their place"},
            {hidden, "what does the first layer's dL/dW multiply its "
                     "deltas by?"},
            {BATCH, "so many rows; how many numbers are kept at a "
                    "time?"},
            {BATCH * (read + logits),
             "who reads the activations of a row that has gone back?"},
            {0.0, "one row is always under way"}));
}

static void which_product(void)
{
    part_letter(
        "product", answer().product, 'D',
        SLIPS({'A', "look at the shapes: do these two fit together?"},
              {'B', "it has the right numbers, but how does W of layer two "
                    "lie?"},
              {'C', "a weight is multiplied by the activation where it "
                    "comes from; in which layer is that?"}));
}

/* The numbers on the way, which the worked solution shows. */
static void on_the_way(void)
{
    MUST_HOLD(units[0] * units[1] == 2048);
    MUST_HOLD(units[1] * units[2] == 512);
    MUST_HOLD(units[2] * units[3] == 160);
    MUST_HOLD((units[0] + 1) * units[1] == 2080);
    MUST_HOLD((units[1] + 1) * units[2] == 528);
    MUST_HOLD((units[2] + 1) * units[3] == 170);
    MUST_HOLD(512 + 160 == 672);
    MUST_HOLD(agrees(1.247, 3392.0 / 2720.0, 4));
    MUST_HOLD(agrees(0.75, 2048.0 / 2720.0, 2));
}

const check checks[] = {of_layers, parameters,    multiplications,
                        memory,    which_product, on_the_way,
                        NULL};
