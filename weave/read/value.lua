-- Values: "[0.668](value:default.yhat)" is the number of a run, and compared with it; without a text the
-- number itself is put in.

local values = require "values"
local flat = require "flat"

local rules = { traverse = "topdown" }
local piece

-- Checks one value; returns the text to print, the number in full and its name. Where the last bit of a
-- machine's exp may move a count of long runs, the text says "about", and `within` how far off it may be.
local function value(reference, text, needle, layout, within)
  local found, name = values.find(reference, piece.stem)
  if not found then
    piece.fault(needle, "%s", name)
    return text
  end
  piece.values[name] = true
  if text == "" then return layout:format(tonumber(found)):gsub("^%-", "−"), found, name end
  local want, have = values.rounded(found, text)
  if not want then
    piece.fault(needle, '%s: "%s" is not a number', reference, text)
  elseif want ~= have and not (within and math.abs(tonumber(found) - tonumber(have)) <= within) then
    piece.fault(needle, "%s is %s in this build, the text says %s", reference, want, text)
  end
  return text, found, name
end

-- A power of ten is set as such: "2e-05" and "2 × 10^−5" alike.
local function typeset(text)
  local sign, digits, power = values.parse(text)
  if power then return pandoc.Math("InlineMath", ("%s%s\\times10^{%d}"):format(sign, digits, power)) end
  return pandoc.Str((text:gsub("^%-", "−")))
end

function rules.Link(link)
  local reference = link.target:match("^value:(.*)$")
  if not reference then return nil end
  local text, given = flat(link.content):gsub("%^{(.-)}", "^%1"), link.attributes
  local shown, full, name = value(reference, text, "(" .. link.target .. ")", given.fmt or "%s",
    tonumber(given.within))
  return pandoc.Span({ typeset(shown) }, pandoc.Attr("", { "value" }, { full = full, name = name }))
end

-- In a formula a value is \href{value:run.name}{0.668}.
function rules.Math(math)
  math.text = math.text:gsub("\\href%s*{value:([^}]*)}%s*(%b{})", function(reference, text)
    local shown = value(reference, text:sub(2, -2), "{value:" .. reference, "%s")
    local sign, digits, power = values.parse(shown)
    if power and shown:find("e") then return ("%s%s\\times10^{%d}"):format(sign, digits, power) end
    return (shown:gsub("−", "-"):gsub(",", "{,}"):gsub("{{,}}", "{,}"))
  end)
  return math
end

-- Titles and alternative texts are prose, too.
function rules.Div(div)
  for _, key in ipairs { "alt", "title" } do
    local text = div.attributes[key]
    div.attributes[key] = text and text:gsub("%[([^%]]*)%]%(value:([^)]+)%)", function(shown, reference)
      return (value(reference, shown, "(value:" .. reference .. ")", "%.4g"))
    end)
  end
  return div
end

return function(blocks, of)
  piece = of
  return blocks:walk(rules)
end
