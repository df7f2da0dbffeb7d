-- What all of the press shares: reading and writing files, the list of chapters, the one way to tell a fault.

local press = {}

press.folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")

-- Where all that is made lands; make says where.
press.out = os.getenv("OUT") or "build"

-- Markdown as the chapters are written.
press.format = "markdown-implicit_figures-auto_identifiers-citations"

-- What a line holds on the narrowest page that does not scroll: of a listing, and of a console.
press.listing_columns, press.console_columns = 76, 73

-- A function that remembers what it has found, by what it was asked for.
function press.once(find)
  local known = {}
  return function(key)
    key = key or ""
    known[key] = known[key] or find(key)
    return known[key]
  end
end

-- The words of several kinds, "one two …" each, as a table that knows the kind of a word.
function press.kinds(lists)
  local kind_of = {}
  for kind, words in pairs(lists) do
    for word in words:gmatch("%S+") do kind_of[word] = kind end
  end
  return kind_of
end

-- A text after several substitutions, in turn: { pattern, replacement }.
function press.replace(text, changes)
  for _, change in ipairs(changes) do text = text:gsub(change[1], change[2]) end
  return text
end

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
  local differs = press.read(path) ~= text
  if differs then press.write(path, text) end
  return differs
end

function press.lines(text)
  local lines = {}
  for line in (text:gsub("\n$", "") .. "\n"):gmatch("(.-)\r?\n") do lines[#lines + 1] = line end
  return lines
end

-- Tells make, in build/weave/NAME.d, that `target` was made from all that was read so far. The press itself
-- is known to make, and what is kept or woven is nobody's source.
function press.depends(target)
  local sources = press.sorted(noted):filter(function(path)
    local room = path:sub(1, #press.out + 6)
    return not path:find("^weave/") and room ~= press.out .. "/kept/" and room ~= press.out .. "/weave"
  end):map(function(path) return (path:gsub("[ #$]", "\\%0")) end)
  local rules = sources:map(function(path) return path .. ":\n" end)
  press.update(press.out .. "/weave/" .. target:match("[^/]+$") .. ".d",
    target .. ": " .. table.concat(sources, " ") .. "\n" .. table.concat(rules))
end

-- The files that match a shell pattern, sorted.
function press.glob(pattern)
  local files = pandoc.List()
  for path in io.popen("ls -d " .. pattern .. " 2>/dev/null"):lines() do files:insert(path) end
  return files
end

function press.quote(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

press.make_folder = press.once(function(path) return assert(os.execute("mkdir -p " .. press.quote(path))) end)

-- The keys of a table, in order.
function press.sorted(set)
  local keys = pandoc.List()
  for key in pairs(set) do keys:insert(key) end
  keys:sort()
  return keys
end

-- A value as text that `load` reads back; a table is a list or has names for keys, which stand in order.
function press.serialise(value)
  if type(value) == "string" then return ("%q"):format(value) end
  if type(value) ~= "table" then return tostring(value) end
  return "{" .. table.concat(press.sorted(value):map(function(key)
    return (type(key) == "string" and ("[%q]="):format(key) or "") .. press.serialise(value[key])
  end), ",\n") .. "}"
end

-- Faults: collected, printed one a line as `file:line: what`, then exit 1.
local faults = {}

-- `needle` is the offending text as it stands in the file: the first line that holds it is named.
function press.fault(file, needle, message, ...)
  local text = needle and press.read(file)
  local at = text and text:find(needle, 1, true)
  local line = at and ":" .. select(2, text:sub(1, at):gsub("\n", "")) + 1 or ""
  faults[#faults + 1] = file .. line .. ": " .. message:format(...) .. "\n"
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
  io.stderr:write(table.concat(faults))
  os.exit(1)
end

-- The book: book.md's metadata names the chapters and appendices in order.
press.book = press.once(function()
  local meta = pandoc.read(press.read("book.md"), press.format).meta
  local function stems(key) return pandoc.List(meta[key] or {}):map(pandoc.utils.stringify) end
  local book = { meta = meta, chapters = stems "chapters", index = {} }
  book.stems = pandoc.List { "book" } .. book.chapters .. stems "appendices"
  for i, stem in ipairs(book.stems) do book.index[stem] = i end
  return book
end)

-- What is woven by itself, in order: the parts, and the hints and solutions of those that have exercises.
function press.pieces()
  local pieces = pandoc.List()
  for _, stem in ipairs(press.book().stems) do
    pieces:insert(stem)
    if press.facts(stem .. ".aids") then pieces:insert(stem .. ".aids") end
  end
  return pieces
end

-- The part that lists the sources is known by its name.
function press.is_bibliography(stem) return stem:match("^%u%-bibliography$") ~= nil end

-- "01-neuron" is chapter 1, "A-solutions" appendix A, "book" the front matter.
function press.number(stem)
  return stem == "book" and "0" or stem:match("^0*(%d+)%-") or stem:match("^(%u)%-")
end

-- The file that it is written in, and the page that it becomes.
function press.source(stem) return stem == "book" and "book.md" or "chapters/" .. stem .. ".md" end
function press.page(stem) return (stem == "book" and "index" or stem) .. ".html" end

-- What the first pass found out about a piece; nothing if there is no such piece.
press.facts = press.once(function(stem)
  local path = press.out .. "/weave/" .. stem .. ".facts"
  local text = press.read(path)
  return text and load(text, path)()
end)

return press
