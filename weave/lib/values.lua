-- Promise 5, first half: a number that a program computes stands in the prose as a named value, and is
-- checked here against the program's file.

local press = require "press"

local values = {}

-- The runs of a room that are listed in plots/NN-name/runs or, for those that take long, statistics: { name,
-- arguments, kept, place }.
function values.runs(stem, list)
  local runs, path = pandoc.List(), "plots/" .. stem .. "/" .. list
  for number, line in ipairs(press.lines(press.read(path) or "")) do
    local place = path .. ":" .. number
    local name, arguments, kept = line:match("^%s*([%w_-]+)%s*:%s*(.-)%s*:%s*(.-)%s*$")
    if name then
      kept = press.kinds { kept = kept }
      runs:insert { name = name, arguments = arguments, kept = kept, place = place }
    elseif line:match("^%s*[^#%s]") then
      press.fault(place, nil, 'expected "name : arguments : value names", got "%s"', line)
    end
  end
  return runs
end

local function path_of(stem, run) return ("%s/data/%s/%s.values"):format(press.out, stem, run) end

local read = press.once(function(path)
  local found = {}
  for name, number in (press.read(path) or ""):gmatch("(%S+) *= *(%S+)") do found[name] = number end
  return found
end)

-- What a run has found: numbers by name, none if there is no such run.
function values.file(stem, run) return read(path_of(stem, run)) end

-- The runs of a room by name.
local runs_of = press.once(function(stem)
  local by_name = {}
  for _, run in ipairs(values.runs(stem, "runs") .. values.runs(stem, "statistics")) do by_name[run.name] = run end
  return by_name
end)

-- The kept names of each run of a room. A measure program keeps all of its.
values.kept = press.once(function(stem)
  local kept = {}
  for name, run in pairs(runs_of(stem)) do kept[name] = run.kept end
  if press.read("code/measure/" .. stem .. ".c") then kept.measure = values.file(stem, "measure") end
  return kept
end)

-- "default.yhat" or "01-neuron/default.yhat", as met in a chapter: the number's own text, 17 digits, and its
-- full name; or nil and what is wrong.
function values.find(reference, stem)
  local room, rest = reference:match("^([^/]+)/(.+)$")
  room, rest = room or stem, rest or reference
  local run, name = rest:match("^([^.]+)%.(.+)$")
  if not run then return nil, 'expected "value:run.name", got "value:' .. reference .. '"' end
  local kept, number = values.kept(room)[run], values.file(room, run)[name]
  if not kept then return nil, ("no run named %s in plots/%s/runs"):format(run, room) end
  if not number then return nil, ("no value named %s in %s"):format(name, path_of(room, run)) end
  if kept[name] then return number, room .. "/" .. rest end
  return nil, ("value %s is not among those that plots/%s/runs keeps of the run %s"):format(name, room, run)
end

-- The command, typed at the root of the source, that prints the value of a full name; and what it is called there.
function values.command(full_name)
  local stem, run, name = full_name:match("^(.-)/([^.]+)%.(.+)$")
  local call = "make measure-" .. stem:match("^%d+")
  if run ~= "measure" then
    local arguments = (" " .. runs_of(stem)[run].arguments):gsub("%s+", " "):gsub(" $", "")
    call = ("build/%s%s --quiet --values /dev/stdout"):format(stem, arguments)
  end
  return ("%s | grep '^%s '"):format(call, name), name
end

-- How people write: their signs, the blanks around a power of ten, and that power alone.
local spellings = { { "−", "-" }, { "\u{a0}", " " }, { "\u{202f}", " " }, { "{,}", "," }, { "\\,", "" },
  { "\\%%", "%%" }, { "%s*\\times%s*", "×" }, { "%s*×%s*10%^", "e" }, { "^([-+]?)10%^", "%11e" },
  { "e{(.-)}", "e%1" }, { "^%s+", "" }, { "%s+$", "" } }

-- A number as a person types it: "−1,234.5", "5.6%", "2e-05", "2 × 10^−5". Returns its sign, its digits
-- without commas, its power of ten and whether it is a percentage; nil if it is not a number.
function values.parse(text)
  local body, percent = press.replace(text, spellings):match("^(.-)%s*(%%?)$")
  local sign, digits, power = body:match("^([-+]?)(%d[%d,]*%.?%d*)e?([-+]?%d*)$")
  if not digits or power == "" and body:find("e") then return nil end
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
  local places, unit = #(digits:match("%.(%d*)$") or ""), percent and "%" or ""
  local want = ("%%.%d%s"):format(places, power and "e" or "f"):format(percent and value * 100 or value)
  want = want:gsub("e.*", function(exponent) return "e" .. tonumber(exponent:sub(2)) end)
  if not power then want = want:gsub("^%-([0.]*)$", "%1") end
  return want .. unit, (sign == "-" and "-" or "") .. digits .. (power and "e" .. power or "") .. unit
end

-- Markdown without the values that stand in it; "…" is left of each.
function values.without(text)
  return (text:gsub("%[[^%]]*%]%(value:[^)]+%)", "…"):gsub("\\href%s*{value:[^}]*}%s*%b{}", "…"))
end

return values
