-- The numbers that stand in a text as typed, in digits and in words. The text is flat, as flat.lua makes it;
-- "…" is what is no typed number.

local press = require "press"
local values = require "values"

local typed = {}

-- In the one form in which numbers are compared: "20000", "0.5", "1e-5".
function typed.plain(number)
  local _, digits, power = values.parse(number)
  return digits and digits .. (power and "e" .. power or "") or number
end

local shape = "%.?%d[%d,]*%.?%d*"
local signs = { { "−", "-" }, { "{,}", "," }, { "\\[,;:! ]", " " }, { "\\times", "*" }, { "\\cdot", "*" },
  { "×", "*" } }
local commands = { { "(\\[td]?frac)%s*(%d)(%d)", "%1 %2 %3" }, { "\\\\%b[]", " " }, { "_{[%d,]+}", " " },
  { "\\%a+", " " } }

-- The numbers of a flat text, plain: all but single digits, and those of names (C11, x86-64, check-1.3). In
-- code, those with a point or a power.
function typed.digits(text)
  local found = pandoc.List()
  local function scan(piece, is_code)
    for run in piece:gmatch("%f[%w_./,+-][^%a][%w_./,+-]*") do
      local first, last = run:find(shape)
      while first do
        local power = run:match("^[eE][-+]?%d+", last + 1) or ""
        local number = run:sub(first, last + #power):gsub("[.,]+$", "")
        if power ~= "" or number:find("%.") or not is_code and #number:gsub(",", "") > 1 then
          found:insert(typed.plain(number))
        end
        first, last = run:find(shape, last + #power + 1)
      end
    end
    return " "
  end
  text = press.replace(text:gsub("\1(.-)\2", function(code) return scan(code, true) end), signs)
  text = text:gsub("(%d?[%d.,]*)%s*%*?%s*%f[%d]10%^{?(%-?%d+)}?", function(digits, power)
    found:insert(typed.plain((digits == "" and "1" or digits) .. "e" .. power))
    return " "
  end)
  scan(press.replace(text, commands))
  return found
end

-- A count that was measured is written in digits, since no program checks a word. What can be seen of it is a
-- number before a word for what this book counts, with one word between at most: from "five starts" on, since
-- two to four are mostly those of an argument; as a share always, as in "two of the starts" or "a third of
-- 2,000 runs"; but a share of the epochs is a wish.
local kinds = press.kinds {
  counted = "starts runs networks seeds streams solutions epochs percent",
  few = "two three four",
  many = [[five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen]],
  share = "half third thirds quarter quarters fifth fifths tenth tenths",
  passed_over = "… all the our these those",
}

-- Where a count of what word `i` names begins; nothing if the words before it are no count.
local function start_of_count(words, i)
  local function number(at)
    local kind = kinds[(words[at] or ""):match("[^-]*$")]
    return kind ~= "counted" and not (kind == "share" and words[i] == "epochs") and kind
  end
  local at, is_count = number(i - 1) and i - 1 or i - 2, false
  while number(at) do
    is_count = is_count or number(at) == "many" or number(at) == "share"
    at = at - 1
  end
  local of = words[at] == "of"
  local start = of and at - 1 or at + 1
  local part = of and number(start)
  return (is_count or part and part ~= "passed_over") and math.max(start, 1)
end

-- The counts in a flat text that are spelt in words.
function typed.words(text)
  local found = pandoc.List()
  text = text:lower():gsub("%d[%d.,]*%f[^%d.,]", " … "):gsub("…%s+[mb]illion", "…")
  for stretch in text:gmatch('[^.,;:!?()"\1\2|]+') do
    local words = pandoc.List()
    for word in stretch:gmatch("%S+") do words:insert(word) end
    for i, word in ipairs(words) do
      local start = kinds[word] == "counted" and start_of_count(words, i)
      if start then found:insert(table.concat(words, " ", start, i)) end
    end
  end
  return found
end

return typed
