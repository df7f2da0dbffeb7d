-- The numbers that stand in a text as typed. The text is flat, as flat.lua
-- makes it; "…" is what is no typed number.

local values = require "values"

local typed = {}

-- In the one form in which numbers are compared: "20000", "0.5", "1e-5".
function typed.plain(number)
  local _, digits, power = values.parse(number)
  return digits and digits .. (power and "e" .. power or "") or number
end

-- The numbers of a flat text, plain: all but single digits, and those of
-- names (C11, x86-64, check-1.3). In code, those with a point or a power.
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
        if first > 1 and run:sub(first - 1, first - 1) == "." then
          first = first - 1
        end
        local number = run:sub(first, last):gsub("[.,]+$", "")
        if number:find("%.") or power
          or not is_code and #number:gsub(",", "") > 1 then
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
  text = text:gsub("−", "-"):gsub("{,}", ","):gsub("\\[,;:! ]", " ")
    :gsub("\\times", "*"):gsub("\\cdot", "*"):gsub("×", "*")
  text = text:gsub("(%d?[%d.,]*)%s*%*?%s*%f[%d]10%^{?(%-?%d+)}?",
    function(digits, power)
      if digits == "" then digits = "1" end
      found[#found + 1] = typed.plain(digits .. "e" .. power)
      return " "
    end)
  text = text:gsub("(\\[td]?frac)%s*(%d)(%d)", "%1 %2 %3")
    :gsub("\\\\%b[]", " "):gsub("_{[%d,]+}", " "):gsub("\\%a+", " ")
  scan(text, false)
  return found
end

return typed
