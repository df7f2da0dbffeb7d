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
  return document:walk { Inlines = mathml.hold_punctuation }
end

-- A browser may break a line between a formula and the comma behind it:
-- both go into one box that does not break.
function mathml.hold_punctuation(inlines)
  for i = #inlines - 1, 1, -1 do
    local formula, text = inlines[i], inlines[i + 1]
    if formula.t == "RawInline" and formula.text:match("^<math")
      and text.t == "Str" and text.text:match("^[.,:;)?!’”]") then
      inlines[i] = pandoc.Span({ formula, text }, { class = "held" })
      inlines:remove(i + 1)
    end
  end
  return inlines
end

return mathml
