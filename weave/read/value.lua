-- Values: "[0.668](value:default.yhat)" is the number of a run, and compared with it; without a text the
-- number itself is put in.

local values = require "values"
local flat = require "flat"

local rules = { traverse = "topdown" }
local piece

-- Checks one value; returns the text to print, the number in full and its name. Where the last bit of a
-- machine's exp may move a count of long runs, the text says "about", and `within` how far from it the number
-- may be.
local function value(reference, text, layout, needle, within)
  local found, name = values.find(reference, piece.stem)
  if not found then
    piece.fault(needle, "%s", name)
    return text
  end
  piece.values[name] = true
  if text == "" then
    text = string.format(layout or "%s", tonumber(found)):gsub("^%-", "−")
    return text, found, name
  end
  local want, have = values.rounded(found, text)
  local apart = within and want and math.abs(tonumber(found) - tonumber(have))
  if not want then
    piece.fault(needle, '%s: "%s" is not a number', reference, text)
  elseif want ~= have and not (apart and apart <= within) then
    piece.fault(needle, "%s is %s in this build, the text says %s", reference, want, text)
  end
  return text, found, name
end

-- A power of ten is set as such: "2e-05" and "2 × 10^−5" alike.
local function typeset(text)
  local sign, digits, power = values.parse(text)
  if digits and power then
    return pandoc.Math("InlineMath", ("%s%s\\times10^{%d}"):format(sign, digits, power))
  end
  return pandoc.Str((text:gsub("^%-", "−")))
end

function rules.Link(link)
  local reference = link.target:match("^value:(.*)$")
  if reference then
    local text = flat(link.content):gsub("%^{(.-)}", "^%1")
    local shown, full, name = value(reference, text, link.attributes.fmt, "(" .. link.target .. ")",
      tonumber(link.attributes.within))
    return pandoc.Span({ typeset(shown) }, pandoc.Attr("", { "value" }, { full = full, name = name })), false
  end
end

-- In a formula a value is \href{value:run.name}{0.668}.
function rules.Math(math)
  math.text = math.text:gsub("\\href%s*{value:([^}]*)}%s*(%b{})", function(reference, text)
      local shown = value(reference, text:sub(2, -2), nil, "{value:" .. reference)
      local sign, digits, power = values.parse(shown)
      if power and shown:find("e") then
        return sign .. digits .. "\\times10^{" .. power .. "}"
      end
      return (shown:gsub("−", "-"):gsub(",", "{,}"):gsub("{{,}}", "{,}"))
    end)
  return math
end

-- Titles and alternative texts are prose, too.
function rules.Div(div)
  for _, key in ipairs { "alt", "title" } do
    local text = div.attributes[key]
    if text and text:find("(value:", 1, true) then
      div.attributes[key] = text:gsub("%[([^%]]*)%]%(value:([^)]+)%)", function(shown, reference)
          return (value(reference, shown, "%.4g", "(value:" .. reference .. ")"))
        end)
    end
  end
  return div
end

return function(blocks, of)
  piece = of
  piece.values = piece.values or {}
  return blocks:walk(rules)
end
