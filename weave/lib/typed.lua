-- The numbers that stand in a text as typed, in digits and in words. The text is flat, as flat.lua makes it;
-- "…" is what is no typed number.

local values = require "values"

local typed = {}

-- In the one form in which numbers are compared: "20000", "0.5", "1e-5".
function typed.plain(number)
  local _, digits, power = values.parse(number)
  return digits and digits .. (power and "e" .. power or "") or number
end

-- The numbers of a flat text, plain: all but single digits, and those of names (C11, x86-64, check-1.3). In
-- code, those with a point or a power.
function typed.digits(text)
  local found = {}
  local function scan(piece, is_code)
    for run in piece:gmatch("[%w_./,+-]+") do
      local from = 1
      while not run:find("^%a") do
        local first, last = run:find("%d[%d,]*%.?%d*", from)
        if not first then break end
        local power = run:match("^[eE][-+]?%d+", last + 1)
        last = last + #(power or "")
        if first > 1 and run:sub(first - 1, first - 1) == "." then first = first - 1 end
        local number = run:sub(first, last):gsub("[.,]+$", "")
        if number:find("%.") or power or not is_code and #number:gsub(",", "") > 1 then
          found[#found + 1] = typed.plain(number)
        end
        from = last + 1
      end
    end
  end
  text = text:gsub("\1(.-)\2", function(code)
    scan(code, true)
    return " "
  end)
  text = text:gsub("−", "-"):gsub("{,}", ","):gsub("\\[,;:! ]", " "):gsub("\\times", "*"):gsub("\\cdot",
    "*"):gsub("×", "*")
  text = text:gsub("(%d?[%d.,]*)%s*%*?%s*%f[%d]10%^{?(%-?%d+)}?", function(digits, power)
      if digits == "" then digits = "1" end
      found[#found + 1] = typed.plain(digits .. "e" .. power)
      return " "
    end)
  text = text:gsub("(\\[td]?frac)%s*(%d)(%d)", "%1 %2 %3"):gsub("\\\\%b[]", " "):gsub("_{[%d,]+}",
    " "):gsub("\\%a+", " ")
  scan(text, false)
  return found
end

-- A count that was measured is written in digits, since no program checks a word. What can be seen of it is a
-- number before a word for what this book counts, with one word between at most: from "five starts" on, since
-- two to four are mostly those of an argument; as a share always, as in "two of the starts" or "a third of
-- 2,000 runs"; but a share of the epochs is a wish.

local function set(text)
  local words = {}
  for word in text:gmatch("%S+") do words[word] = true end
  return words
end
local counted = set [[starts runs networks seeds streams solutions epochs
  percent]]
local few = set "two three four"
local many = set [[five six seven eight nine ten eleven twelve thirteen
  fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
  fifty sixty seventy eighty ninety hundred thousand million billion dozen]]
local share = set "half third thirds quarter quarters fifth fifths tenth tenths"
local passed_over = set "… all the our these those"

-- The counts in a flat text that are spelt in words.
function typed.words(text)
  local found = {}
  text = text:lower():gsub("%d[%d.,]*%f[^%d.,]", " … "):gsub("…%s+[mb]illion", "…")
  for stretch in text:gmatch('[^.,;:!?()"\1\2|]+') do
    local words = { "", "", "" }
    for word in stretch:gmatch("%S+") do words[#words + 1] = word end
    for i = 4, #words do
      local at, is_count = i - 1, false
      local function is(...)
        local last = words[at]:match("[^-]*$")
        for _, numbers in ipairs { ... } do
          if numbers[last] then return true end
        end
        return passed_over[words[at]]
      end
      if counted[words[i]] then
        local shared = words[i] ~= "epochs" and share or {}
        if not is(few, many, shared) then at = at - 1 end
        while at > 2 and is(few, many, shared) do
          is_count = is_count or many[words[at]:match("[^-]*$")] or shared[words[at]]
          at = at - 1
        end
        local of = words[at] == "of"
        at = of and at - 1 or at + 1
        if is_count or of and is(few, many, shared) and not passed_over[words[at]] then
          found[#found + 1] = table.concat(words, " ", math.max(at, 4), i)
        end
      end
    end
  end
  return found
end

return typed
