-- Promise 4: every console block was run by this build. Each line `$ command` is run by bash from the root of
-- the repository; what it prints follows it. A block is one run by itself, kept until a file that it names
-- changes.

local press = require "press"
local kept = require "kept"

local piece, group

local shell = "unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES; "
  .. "export TERM=dumb; set -o pipefail; exec 2>&1 </dev/null\n"

-- Programs are those of this build, wherever it lands.
local function here(command)
  return (command:gsub("%f[%w.]build/", press.out:gsub("%%", "%%%%") .. "/"))
end

local function execute(command)
  local pipe = io.popen("bash -c " .. press.quote(shell .. command))
  local output = pipe:read("a")
  local _, how, code = pipe:close()
  return output, how == "signal" and 128 + code or code or 0
end

-- The commands of a block; a line that ends in \ goes on in the next.
local function commands_of(text)
  local commands = {}
  local open = false
  for _, line in ipairs(press.lines(text)) do
    local command = line:match("^%$ (.*)$")
    if open then
      local last = commands[#commands]
      last[#last + 1] = line
    elseif command then
      commands[#commands + 1] = { command }
    elseif line:match("%S") then
      return nil, line
    end
    open = (open or command) and line:match("\\$") ~= nil
  end
  return commands
end

-- What each command prints, between \0.
local function run(block, commands)
  local expected = tonumber(block.attributes.exit or "0")
  local outputs = {}
  for i, command in ipairs(commands) do
    local wanted = i == #commands and expected or 0
    local output, code = execute(here(table.concat(command, "\n")))
    if code ~= wanted then
      piece.fault("$ " .. command[1], 'console: "%s" exited with %d, expected ' .. "%d; it printed: %s",
        table.concat(command, " "), code, wanted, output:gsub("%s+$", ""):gsub("\n", " | "))
      return nil
    end
    outputs[i] = output .. "\0"
  end
  return table.concat(outputs)
end

local function console(block)
  if block.classes[1] ~= "console" then return nil end
  local commands, line = commands_of(block.text)
  if not commands then
    piece.fault(line, 'console: expected "$ command", got "%s"; what a ' .. "command prints is not typed",
      line)
    return {}
  end
  local written = {}
  for path in block.text:gmatch(">%s*(%S+)") do written[here(path)] = true end
  local key = kept.key({ here(block.text), block.attributes.exit or "0" }, written)
  local outputs = kept.text(group, key, function()
    return run(block, commands)
  end)
  if not outputs then return {} end
  local text, typed, next_output = {}, {}, outputs:gmatch("(.-)\0")
  for _, command in ipairs(commands) do
    for n, part in ipairs(command) do
      text[#text + 1] = (n == 1 and "$ " or "") .. part
      typed[#typed + 1] = #text
    end
    local output = next_output():gsub("\27%[[%d;]*m", ""):gsub("\t", "        ")
    for _, printed in ipairs(output ~= "" and press.lines(output) or {}) do
      text[#text + 1] = (printed:gsub("%s+$", ""))
    end
  end
  while text[#text] == "" do text[#text] = nil end
  return pandoc.CodeBlock(table.concat(text, "\n"), pandoc.Attr("", { "console" },
    { typed = table.concat(typed, " ") }))
end

return function(blocks, of)
  piece, group = of, "console/" .. of.name
  return blocks:walk { CodeBlock = console }
end
