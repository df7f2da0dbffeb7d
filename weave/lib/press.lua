-- What every part of the press shares: reading and writing files, the list of chapters, and the one way to
-- report a fault.

local press = {}

press.folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")

-- Where all that is made lands; make says where.
press.out = os.getenv("OUT") or "build"

-- Markdown as the chapters are written.
press.format = "markdown-implicit_figures-auto_identifiers-citations"

-- What a line holds on the narrowest page that does not scroll: of a listing, and of what was typed and
-- printed.
press.listing_columns = 76
press.console_columns = 73

-- Files. What is read is noted, for make: see press.depends.

local noted = {}

function press.read(path)
  local file = io.open(path, "rb")
  local text = file and file:read("a") -- nothing, of a folder
  if file then file:close() end
  if text then noted[path] = true end
  return text
end

function press.is_there(path)
  local file = io.open(path, "rb")
  return file and file:close()
end

function press.write(path, text)
  local part = path .. ".part"
  local file = assert(io.open(part, "wb"))
  assert(file:write(text))
  assert(file:close())
  assert(os.rename(part, path))
end

-- Writes only if the text differs, so that make sees no change where none is.
function press.update(path, text)
  local same = press.read(path) == text
  if not same then press.write(path, text) end
  return not same
end

function press.lines(text)
  local lines = {}
  for line in (text:gsub("\n$", "") .. "\n"):gmatch("(.-)\r?\n") do
    lines[#lines + 1] = line
  end
  return lines
end

-- Tells make, in build/weave/NAME.d, that `target` was made from all that was read so far. The press itself
-- is known to make, and what is kept or woven is nobody's source.
function press.depends(target)
  local rules = { "" }
  for _, path in ipairs(press.sorted(noted)) do
    local made = path:sub(1, #press.out + 6)
    if not path:find("^weave/") and made ~= press.out .. "/kept/" and made ~= press.out .. "/weave" then
      local name = path:gsub("[ #$]", "\\%0")
      rules[1] = rules[1] .. " " .. name
      rules[#rules + 1] = name .. ":"
    end
  end
  rules[1] = target .. ":" .. rules[1]
  press.update(press.out .. "/weave/" .. target:match("[^/]+$") .. ".d", table.concat(rules, "\n") .. "\n")
end

-- The files that match a shell pattern, sorted.
function press.glob(pattern)
  local list = io.popen("ls -d " .. pattern .. " 2>/dev/null")
  local files = {}
  for path in list:lines() do files[#files + 1] = path end
  list:close()
  return files
end

local made = {}
function press.make_folder(path)
  if not made[path] then assert(os.execute("mkdir -p '" .. path .. "'")) end
  made[path] = true
end

function press.quote(text)
  return "'" .. text:gsub("'", "'\\''") .. "'"
end

function press.sorted(set)
  local keys = {}
  for key in pairs(set) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

-- A Lua table as text that `load` reads back, its keys in a fixed order.
function press.serialise(value)
  if type(value) ~= "table" then
    return type(value) == "string" and string.format("%q", value) or tostring(value)
  end
  local parts = {}
  for i, item in ipairs(value) do parts[i] = press.serialise(item) end
  local names = {}
  for key in pairs(value) do
    if type(key) == "string" then names[#names + 1] = key end
  end
  table.sort(names)
  for _, key in ipairs(names) do
    parts[#parts + 1] = string.format("[%q]=%s", key, press.serialise(value[key]))
  end
  return "{" .. table.concat(parts, ",\n") .. "}"
end

-- Faults: collected, printed one a line as `file:line: what`, then exit 1.

local faults = {}

-- The number of the first line of `file` that holds `needle`.
local function line_of(file, needle)
  local text = needle and press.read(file)
  if not text then return nil end
  local at = text:find(needle, 1, true)
  if not at then return nil end
  local _, breaks = text:sub(1, at):gsub("\n", "")
  return breaks + 1
end

-- `needle` is the offending text as it stands in the file; its line is named.
function press.fault(file, needle, message, ...)
  if select("#", ...) > 0 then message = message:format(...) end
  local line = line_of(file, needle)
  faults[#faults + 1] = (line and file .. ":" .. line or file) .. ": " .. message
end

-- Lines that have to fit the page, of a listing or of what is typed.
function press.check_width(lines, file)
  for _, line in ipairs(lines) do
    local width = utf8.len(line) or #line
    if width > press.listing_columns then
      press.fault(file, line, "%d columns, but the page holds %d: %s", width, press.listing_columns, line)
    end
  end
end

function press.stop_if_faulty()
  if #faults == 0 then return end
  io.stdout:flush()
  for _, fault in ipairs(faults) do io.stderr:write(fault, "\n") end
  io.stderr:flush()
  os.exit(1)
end

-- The book: book.md's metadata names the chapters and appendices in order.

local book

function press.book()
  if book then return book end
  local text = press.read("book.md")
  if not text then
    press.fault("book.md", nil, "not found; its metadata lists the chapters")
    press.stop_if_faulty()
  end
  local meta = pandoc.read(text, press.format).meta
  book = { meta = meta, stems = { "book" }, chapters = {}, index = {} }
  for _, key in ipairs { "chapters", "appendices" } do
    for _, item in ipairs(meta[key] or {}) do
      local stem = pandoc.utils.stringify(item)
      book.stems[#book.stems + 1] = stem
      if key == "chapters" then book.chapters[#book.chapters + 1] = stem end
    end
  end
  for i, stem in ipairs(book.stems) do book.index[stem] = i end
  return book
end

-- What is woven by itself, in order: the parts, and the hints and solutions of those that have exercises.
function press.pieces()
  local pieces = {}
  for _, stem in ipairs(press.book().stems) do
    pieces[#pieces + 1] = stem
    if press.facts(stem .. ".aids") then pieces[#pieces + 1] = stem .. ".aids" end
  end
  return pieces
end

-- The part that lists the sources is known by its name.
function press.is_bibliography(stem)
  return stem:match("^%u%-bibliography$") ~= nil
end

-- "01-neuron" is chapter 1, "A-solutions" appendix A, "book" the front matter.
function press.number(stem)
  if stem == "book" then return "0" end
  local digits = stem:match("^(%d+)%-")
  return digits and tostring(tonumber(digits)) or stem:match("^(%u)%-")
end

function press.source(stem)
  return stem == "book" and "book.md" or "chapters/" .. stem .. ".md"
end

function press.page(stem)
  return (stem == "book" and "index" or stem) .. ".html"
end

-- What the first pass found out about one chapter, or about all of them.
function press.facts(stem)
  local path = press.out .. "/weave/" .. stem .. ".facts"
  local text = press.read(path)
  return text and load(text, path)()
end

return press
