-- Promise 3: after every listing, what the reader has typed so far compiles
-- without a warning. Each such state is laid out in build/ledger and compiled
-- by gcc and by clang, as far as they are there; what has compiled once is
-- not compiled again until it changes.

local press = require "press"
local c = require "c"

local states = {}

local warnings = "-std=c11 -ffp-contract=off -Wall -Wextra -Wpedantic "
  .. "-Wconversion -Wshadow -Werror -Wno-unused-function "
  .. "-Wno-unused-variable -Wno-unused-const-variable -Wno-unused-macros"
local root = "build/ledger"
local jobs, faults, keys, count, anew

local function shell(command, ...)
  assert(os.execute(command:format(...)), command)
end

local function compilers()
  local found = {}
  for _, name in ipairs { "gcc", "clang" } do
    local pipe = io.popen(name .. " --version 2>/dev/null")
    local version = pipe:read("l")
    pipe:close()
    if version then
      found[#found + 1] = name
      found[name] = version
    end
  end
  if #found == 0 then found = { "cc", cc = "cc" } end
  return found
end

-- What a file looks like when some of its lines have been typed.
local function typed_text(path, typed)
  local lines = {}
  for i, line in ipairs(c.file(path).lines) do
    lines[i] = typed[i] and line or ""
  end
  return table.concat(lines, "\n") .. "\n"
end

-- A folder through which only what lies below the room can be included.
local function below(room)
  local folder = root .. "/below/" .. room.folder:gsub("/", "-")
  shell("rm -rf %s && mkdir -p %s", folder, folder)
  local texts = {}
  for _, lower in ipairs(room.below) do
    shell('ln -s "$PWD/%s" %s/', lower, folder)
    for _, path in ipairs(press.glob(lower .. "/*.[ch]")) do
      texts[#texts + 1] = press.read(path)
    end
  end
  return folder, table.concat(texts)
end

-- A job for xargs: its key, and the command that must succeed.
local function job(compiler, key, where, command)
  key = pandoc.utils.sha1(compiler .. warnings .. key .. command.name)
  if keys[key] then return end
  keys[key] = where
  if press.read(root .. "/passed/" .. key) then return end
  anew = anew + 1
  jobs[#jobs + 1] = key
  press.write(root .. "/jobs/" .. key, command.text .. "\n")
end

-- A file of the room as typed so far, and below it those that it includes.
-- Until one of them changes, what has compiled need not do so again.
local function with_included(room, path, texts, seen)
  seen = seen or {}
  if seen[path] or not texts[path] then return "" end
  seen[path] = true
  local parts = { path, texts[path] }
  for name in texts[path]:gmatch('#%s*include%s*"([^"]+)"') do
    local other = room.folder .. "/" .. name:match("[^/]*$")
    parts[#parts + 1] = with_included(room, other, texts, seen)
  end
  return table.concat(parts)
end

local function compile(room, found, folder, base, basis, path, texts, where)
  local name = path:match("[^/]+/[^/]+$")
  local key = with_included(room, path, texts) .. basis
  for _, compiler in ipairs(found) do
    job(compiler, key .. found[compiler], { where = where, path = path,
      compiler = compiler }, { name = "syntax", text =
      ("printf '#include \"%s\"\\ntypedef int typed_so_far;\\n' | %s %s "
      .. "-fsyntax-only -x c -I %s -I %s -"):format(name, compiler, warnings,
      folder, base) })
  end
end

local function link(room, found, folder, base, basis, texts, where)
  local whole, mains, shared = {}, {}, ""
  for _, path in ipairs(room.files) do
    local file = folder .. "/" .. path:match("[^/]+/[^/]+$")
    if path:match("%.c$") then
      whole[#whole + 1] = file
      if room.programs and path:match("/%d[^/]*$") then
        mains[#mains + 1] = file
      elseif room.programs then
        shared = shared .. " " .. file
      end
    end
  end
  local modules = {} -- of the rooms below, as make has compiled them
  for _, lower in ipairs(room.below) do
    for _, path in ipairs(press.glob(lower .. "/*.c")) do
      if not path:match("/main%.c$") then
        modules[#modules + 1] = path:gsub("^code/(.*)c$", "build/obj/%1o")
      end
    end
  end
  if room.program then mains = { table.concat(whole, " ") } end
  local key = { basis }
  for _, path in ipairs(room.files) do key[#key + 1] = texts[path] end
  -- Whether the parts are all there, one compiler tells.
  local compiler = found[1]
  for _, main in ipairs(mains) do
    job(compiler, table.concat(key) .. main:match("[^/]*$")
      .. found[compiler], { where = where, path = room.folder,
      compiler = compiler }, { name = "link", text =
      ("%s %s -fno-lto -I %s -I %s %s %s -lm -o %s/program-$$ "
      .. "&& rm %s/program-$$"):format(compiler, warnings, folder, base,
      main .. shared, table.concat(modules, " "), root, root) })
  end
  return #mains
end

-- Lays out the states of one room, a listing at a time.
local function lay_out(room, found)
  local base, basis = below(room)
  local typed, texts, folder = {}, {}, nil
  local linked = 0
  for i, listing in ipairs(room.listings) do
    local path = listing.path
    typed[path] = typed[path] or {}
    for _, range in ipairs(listing.ranges) do
      local first, last = range:match("(%d+)%-(%d+)")
      for line = tonumber(first), tonumber(last) do
        typed[path][line] = true
      end
    end
    texts[path] = typed_text(path, typed[path])
    count = count + 1
    folder = ("%s/%03d"):format(root, count)
    local inner = folder .. "/" .. room.folder:match("[^/]+$")
    shell("mkdir -p %s", inner)
    for _, other in ipairs(room.files) do
      if texts[other] then
        press.write(inner .. "/" .. other:match("[^/]+$"), texts[other])
      end
    end
    local where = ("%s: after listing %s,"):format(listing.source,
      listing.number)
    for _, other in ipairs(room.files) do
      if texts[other] then
        compile(room, found, folder, base, basis, other, texts, where)
      end
    end
    if i == #room.listings and room.whole then
      linked = link(room, found, folder, base, basis, texts,
        "typed whole, the code of")
    end
  end
  return linked
end

-- Runs the jobs, two at a time; a job that fails leaves what was said.
local function run()
  if #jobs == 0 then return end
  press.write(root .. "/list", table.concat(jobs, "\n") .. "\n")
  shell("xargs -P 2 -I {} sh -c 'if sh %s/jobs/{} >%s/jobs/{}.log "
    .. "2>&1; then : >%s/passed/{}; fi' <%s/list", root, root, root, root)
  local told = {} -- of one file, by one compiler, the first fault is enough
  for _, key in ipairs(jobs) do
    local at = keys[key]
    if not told[at.path .. at.compiler]
      and not press.read(root .. "/passed/" .. key) then
      told[at.path .. at.compiler] = true
      local log = press.read(root .. "/jobs/" .. key .. ".log") or ""
      local said = log:match("[^\n]*error:[^\n]*") or log:match("[^\n]*")
      faults[#faults + 1] = ("%s %s does not compile (%s): %s"):format(
        at.where, at.path, at.compiler,
        said:gsub("^" .. root .. "/%d+/", ""))
    end
  end
end

function states.check(rooms)
  local found = compilers()
  jobs, faults, keys, count, anew = {}, {}, {}, 0, 0
  shell("mkdir -p %s/passed && rm -rf %s/jobs %s/[0-9]* && mkdir %s/jobs",
    root, root, root, root)
  local linked = 0
  for _, room in ipairs(rooms) do
    linked = linked + lay_out(room, found)
  end
  run()
  for _, path in ipairs(press.glob(root .. "/passed/*")) do
    if not keys[path:match("[^/]+$")] then os.remove(path) end
  end
  return { states = count, anew = anew, linked = linked, compilers = found,
    faults = faults }
end

return states
