-- Promise 1: a listing names a C file and definitions in it, and gets their lines. "code/01-neuron/neuron.c:
-- sigmoid loss"; without names, the file.

local press = require "press"
local c = require "c"

local piece
local printed -- the definitions that this piece has printed so far, a set

-- The place in the file of the definition with this name, of several the first not yet printed.
local function resolve(file, name)
  local found
  for i, definition in ipairs(file.definitions) do
    if pandoc.List(definition.names):includes(name) then
      found = i
      if not printed[definition] then break end
    end
  end
  return found
end

local function names_of(definition) return table.concat(definition.names, " ") end

-- The places of the definitions that a listing names.
local function choose(block, file, names)
  local chosen = pandoc.List()
  local function take(i)
    if not chosen:includes(i) then chosen:insert(i) end
    printed[file.definitions[i]] = true
  end
  if names == "" then
    for i in ipairs(file.definitions) do take(i) end
  end
  for name in names:gmatch("%S+") do
    local i = resolve(file, name)
    if i then
      take(i)
    else
      piece.fault(block.text, "listing: %s defines no %s (it defines: %s)", file.path, name,
        table.concat(pandoc.List(file.definitions):map(names_of), ", "))
    end
  end
  return chosen
end

-- Their lines, and where these stand. Neighbours are printed as they are; between strangers a line is left.
local function lines_of(file, chosen)
  local lines, ranges = pandoc.List(), pandoc.List()
  for n, i in ipairs(chosen) do
    local definition = file.definitions[i]
    if chosen[n - 1] == i - 1 then
      ranges[#ranges].last = definition.last
    else
      ranges:insert { first = definition.first, last = definition.last }
    end
  end
  for n, range in ipairs(ranges) do
    if n > 1 then lines:insert("") end
    table.move(file.lines, range.first, range.last, #lines + 1, lines)
  end
  return lines, ranges:map(function(range) return range.first .. "-" .. range.last end)
end

local function listing(block)
  if block.classes[1] ~= "listing" then return nil end
  local path, names = block.text:match("^%s*([^%s:]+):?[ \t]*(.-)%s*$")
  local file = path and not names:find("\n") and c.file(path)
  if not file then
    piece.fault(block.text, 'listing "%s": no file %s (expected "FILE: name …")', block.text, path)
    return {}
  end
  local chosen = choose(block, file, names)
  if #chosen == 0 then return {} end
  local lines, ranges = lines_of(file, chosen)
  press.check_width(lines, path)

  -- Its id is that of its first name; by the others it is found, too.
  local base = "lst-" .. path:match("([^/]+/[^/]+)$"):gsub("%.c$", ""):gsub("/", "-")
  local first = names:match("^%S+")
  local id = first and base .. "-" .. first or base .. (path:match("%.c$") or "")
  local others = chosen:map(function(i) return (names_of(file.definitions[i]):gsub("%S+", base .. "-%0")) end)
  return pandoc.CodeBlock(table.concat(lines, "\n"), pandoc.Attr(id, { "listing" },
    { file = path, ranges = table.concat(ranges, " "), others = table.concat(others, " ") }))
end

return function(blocks, of)
  piece, printed = of, {}
  return blocks:walk { CodeBlock = listing }
end
