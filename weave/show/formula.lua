-- Formulas, all that are new at once, by Temml in one node process.

local press = require "press"
local kept = require "kept"

local renderer, temml = press.folder .. "math.cjs", "build/deps/formulas"

-- MathML by formula, or "!" and what is wrong with it.
local function render(formulas)
  local answers, at = {}, 0
  local output = pandoc.pipe("node", { renderer, temml }, table.concat(formulas, "\x1e"))
  for answer in (output .. "\x1e"):gmatch("(.-)\x1e") do
    at = at + 1
    answers[formulas[at]] = answer
  end
  return answers
end

-- A browser may break a line between a formula and the comma behind it: both go into one box that does not
-- break.
local function hold_punctuation(inlines)
  for i = #inlines - 1, 1, -1 do
    local formula, text = inlines[i], inlines[i + 1]
    if formula.t == "RawInline" and formula.text:match("^<math") and text.t == "Str"
      and text.text:match("^[.,:;)?!’”]") then
      inlines[i] = pandoc.Span({ formula, text }, { class = "held" })
      inlines:remove(i + 1)
    end
  end
  return inlines
end

return function(document, given)
  local group = "formulas/" .. given.to .. "-" .. given.stem
  local made_by = pandoc.utils.sha1(press.read(renderer) .. press.read(temml .. "/installed"))
  local new, asked = {}, {}
  local function id(math)
    return (math.mathtype == "DisplayMath" and "D" or "I") .. math.text
  end
  local function key(formula) return pandoc.utils.sha1(made_by .. formula) end
  document:walk { Math = function(math)
    local formula = id(math)
    if not asked[formula] then
      asked[formula] = kept.get(group, key(formula)) or "?"
      if asked[formula] == "?" then new[#new + 1] = formula end
    end
  end }
  if #new > 0 then
    for formula, answer in pairs(render(new)) do
      asked[formula] = answer
      if answer:sub(1, 1) == "!" then
        press.fault(press.source(given.stem), formula:match("[^\n]*%S[^\n]*", 2), "formula %s:%s",
          formula:sub(2), answer:sub(2))
      else
        kept.put(group, key(formula), answer)
      end
    end
  end
  kept.sweep(group)
  document = document:walk { Math = function(math)
    return pandoc.RawInline("html", asked[id(math)])
  end }
  return document:walk { Inlines = hold_punctuation }
end
