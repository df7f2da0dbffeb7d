#!/bin/sh
# That the scripts of the pages compute nothing of the subject: no exponential, root or power, and no product with a rate, a slope, a
# loss or an error. What a figure shows comes out of the book's C. From the root of the repository.
set -u
. tests/press/common.sh

# arithmetic FILE...: lines with what only C is to compute. Places on a drawing are scaled, not by these.
arithmetic() {
    grep -nE 'Math\.(exp|expm1|log|log10|log2|log1p|pow|sqrt|cbrt|tanh|sinh|cosh)\b|[^/]\*\*[^/]|\b(lr|rate|beta[12]?|epsilon|loss|slope|gradient|error|yhat|dL_d[a-z0-9]+)\b(\[[^]]*\])? *[*]|[*] *(n\.)?\b(lr|rate|beta[12]?|epsilon|loss|slope|gradient|error|yhat|dL_d[a-z0-9]+)\b' "$@"
}
scripts=$(ls weave/html/live/*.js weave/html/scripts/*.js)
# shellcheck disable=SC2086
judge 'the scripts of the pages leave what the book teaches to its C' "$(arithmetic $scripts | grep -v '^[^:]*:[0-9]*: *//')"
printf '%s\n' 'const a = 1 / (1 + Math.exp(-z));' 'w -= lr * g;' 'const step = g * n.lr;' 'L = 0.5 * (yhat - y) ** 2;' >build/arithmetic.js
judge 'arithmetic in a script would be seen' "$([ "$(arithmetic build/arithmetic.js | wc -l)" -eq 4 ] || arithmetic build/arithmetic.js)"
rm -f build/arithmetic.js
