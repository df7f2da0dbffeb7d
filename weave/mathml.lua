-- Formulas of a page, all at once, by Temml in one node process. Without
-- node they are left to pandoc's own --mathml, which book.css helps along.

local press = require "press"

local mathml = {}

local function have_node()
  return (os.execute("command -v node >/dev/null 2>&1"))
end

function mathml.render(document, source)
  local formulas = {}
  local function collect(formula)
    formulas[#formulas + 1] =
      (formula.mathtype == "DisplayMath" and "D" or "I") .. formula.text
  end
  document:walk { Math = collect }
  if #formulas == 0 or not have_node() then return document end
  local output = pandoc.pipe("node", { press.folder .. "math.cjs" },
    table.concat(formulas, "\x1e"))
  local rendered, next_one = {}, 0
  for piece in (output .. "\x1e"):gmatch("(.-)\x1e") do
    rendered[#rendered + 1] = piece
  end
  document = document:walk {
    Math = function(formula)
      next_one = next_one + 1
      local answer = rendered[next_one] or "!no answer"
      if answer:sub(1, 1) == "!" then
        press.fault(source, formula.text:match("[^\n]*%S[^\n]*"),
          "formula %s:%s", formula.text, answer:sub(2))
      end
      return pandoc.RawInline("html", answer)
    end,
  }
  press.stop_if_faulty()
  return document
end

return mathml
