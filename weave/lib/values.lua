-- Promise 5, first half: a number that a program computes stands in the prose as a named value, and is
-- checked here against the program's file.

local press = require "press"

local values = {}

-- The runs of a room that are listed in plots/NN-name/runs or, for those that take long, statistics: { name,
-- arguments, kept, place }.
function values.runs(stem, list)
  local runs, path = {}, "plots/" .. stem .. "/" .. list
  for number, line in ipairs(press.lines(press.read(path) or "")) do
    if line:match("%S") and not line:match("^%s*#") then
      local place = path .. ":" .. number
      local name, arguments, kept = line:match("^%s*([%w_-]+)%s*:%s*(.-)%s*:%s*(.-)%s*$")
      if name then
        local run = { name = name, arguments = arguments, kept = {}, place = place }
        for value in kept:gmatch("%S+") do run.kept[value] = true end
        runs[#runs + 1] = run
      else
        press.fault(place, nil, 'expected "name : arguments : value names", ' .. 'got "%s"', line)
      end
    end
  end
  return runs
end

-- The kept names of each run of a room. A measure program keeps all of its.
local kept_of = {}
function values.kept(stem)
  if kept_of[stem] then return kept_of[stem] end
  local kept = {}
  for _, list in ipairs { "runs", "statistics" } do
    for _, run in ipairs(values.runs(stem, list)) do
      kept[run.name] = run.kept
    end
  end
  if press.read("code/measure/" .. stem .. ".c") then
    kept.measure = {}
    for name in pairs(values.file(stem, "measure") or {}) do
      kept.measure[name] = true
    end
  end
  kept_of[stem] = kept
  return kept
end

local read_already = {}
function values.file(stem, run)
  local path = press.out .. "/data/" .. stem .. "/" .. run .. ".values"
  if read_already[path] then return read_already[path] end
  local text = press.read(path)
  if not text then return nil end
  local all = {}
  for line in text:gmatch("[^\n]+") do
    local name, number = line:match("^%s*(%S+)%s*=%s*(%S+)")
    if name then all[name] = number end
  end
  read_already[path] = all
  return all
end

-- "default.yhat" or "01-neuron/default.yhat", as met in a chapter: the number's own text, 17 digits, and its
-- full name; or nil and what is wrong.
function values.find(reference, stem)
  local room, rest = reference:match("^([^/]+)/(.+)$")
  room, rest = room or stem, rest or reference
  local run, name = rest:match("^([^.]+)%.(.+)$")
  if not run then
    return nil, 'expected "value:run.name", got "value:' .. reference .. '"'
  end
  local kept = values.kept(room)[run]
  local path = press.out .. "/data/" .. room .. "/" .. run .. ".values"
  if not kept then return nil, ("no run named %s in plots/%s/runs"):format(run, room) end
  local number = (values.file(room, run) or {})[name]
  if not number then return nil, ("no value named %s in %s"):format(name, path) end
  if not kept[name] then
    return nil, ("value %s is not among those that plots/%s/runs keeps of " .. "the run %s"):format(name,
      room, run)
  end
  return number, room .. "/" .. rest
end

-- A number as a person types it: "−1,234.5", "5.6%", "2e-05", "2 × 10^−5". Returns its sign, its digits
-- without commas, its power of ten and whether it is a percentage; nil if it is not a number.
function values.parse(text)
  text = text:gsub("−", "-"):gsub("\u{a0}", " "):gsub("\u{202f}", " "):gsub("{,}", ","):gsub("\\,",
    ""):gsub("\\%%", "%%"):gsub("%s*\\times%s*", "×"):gsub("%s*×%s*10%^", "e"):gsub("^([-+]?)10%^",
    "%11e"):gsub("e{(.-)}", "e%1"):gsub("^%s+", ""):gsub("%s+$", "")
  local body, percent = text:match("^(.-)%s*(%%?)$")
  local sign, digits, power = body:match("^([-+]?)(%d[%d,]*%.?%d*)e?([-+]?%d*)$")
  if not digits or (power == "" and body:find("e")) then return nil end
  digits = digits:gsub(",(%d%d%d)", "%1")
  if digits:find(",") then return nil end
  return sign, digits, power ~= "" and tonumber(power) or nil, percent == "%"
end

-- The value rounded to as many digits as the text shows: the text it ought to be, without commas and with a
-- plain minus.
function values.rounded(number, text)
  local sign, digits, power, percent = values.parse(text)
  local value = tonumber(number)
  if not digits or not value then return nil end
  if percent then value = value * 100 end
  local places = #(digits:match("%.(%d*)$") or "")
  local want
  if power then
    want = string.format("%." .. places .. "e", value)
    local mantissa, exponent = want:match("^(.-)e(.*)$")
    want = mantissa .. "e" .. math.tointeger(tonumber(exponent))
  else
    want = string.format("%." .. places .. "f", value)
    if want:match("^%-[0.]*$") then want = want:sub(2) end
  end
  local have = (sign == "-" and "-" or "") .. digits .. (power and "e" .. power or "")
  return want .. (percent and "%" or ""), have .. (percent and "%" or "")
end

-- Markdown without the values that stand in it; "…" is left of each.
function values.without(text)
  return (text:gsub("%[[^%]]*%]%(value:[^)]+%)", "…"):gsub("\\href%s*{value:[^}]*}%s*%b{}", "…"))
end

return values
