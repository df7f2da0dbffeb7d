-- Promise 4: every console block was run by this build. Each line `$ command` is run by bash from the root,
-- and what it prints follows it. A block is run by itself, and again when a file that it names changes.

local press = require "press"
local kept = require "kept"

local piece, group

local shell = "unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES; export TERM=dumb; set -o pipefail; "
  .. "exec 2>&1 </dev/null\n"

-- Programs are those of this build, wherever it lands.
local function here(command) return (command:gsub("%f[%w.]build/", { ["build/"] = press.out .. "/" })) end

local function execute(command)
  local pipe = io.popen("bash -c " .. press.quote(shell .. here(command)))
  local output = pipe:read("a")
  local _, how, code = pipe:close()
  return output, how == "signal" and 128 + code or code or 0
end

-- The commands of a block; a line that ends in \ goes on in the next. Or nothing, and the line that is none.
local function commands_of(text)
  local commands, open = {}, false
  for _, line in ipairs(press.lines(text)) do
    if open then
      commands[#commands] = commands[#commands] .. "\n" .. line
    elseif line:match("^%$ ") then
      commands[#commands + 1] = line:sub(3)
    elseif line:match("%S") then
      return nil, line
    end
    open = line:match("\\$")
  end
  return commands
end

-- What each command prints, each ended by \0. All end well, but for the last, which ends as expected.
local function run(commands, exit)
  local outputs = {}
  for i, command in ipairs(commands) do
    local output, code = execute(command)
    local wanted = i == #commands and exit or 0
    if code ~= wanted then
      output = output:gsub("%s+$", ""):gsub("\n", " | ")
      piece.fault("$ " .. command:match("[^\n]*"), 'console: "%s" exited with %d, expected %d; it printed: '
        .. "%s", command:gsub("\n", " "), code, wanted, output)
      return nil
    end
    outputs[i] = output .. "\0"
  end
  return table.concat(outputs)
end

local function console(block)
  if block.classes[1] ~= "console" then return nil end
  local commands, other = commands_of(block.text)
  if not commands then
    piece.fault(other, 'console: expected "$ command", got "%s"; what a command prints is not typed', other)
    return {}
  end
  local written, exit = {}, block.attributes.exit or "0"
  for path in block.text:gmatch(">%s*(%S+)") do written[here(path)] = true end
  local outputs = kept.text(group, kept.key({ here(block.text), exit }, written), function()
    return run(commands, tonumber(exit))
  end)
  if not outputs then return {} end
  local lines, typed, next_output = pandoc.List(), {}, outputs:gmatch("(.-)\0")
  for _, command in ipairs(commands) do
    for _, line in ipairs(press.lines("$ " .. command)) do
      lines:insert(line)
      table.insert(typed, #lines)
    end
    local output = next_output():gsub("\t", "        "):gsub("[ \r]+\n", "\n")
    if output ~= "" then lines:extend(press.lines(output)) end
  end
  local text = table.concat(lines, "\n"):gsub("%s+$", "")
  return pandoc.CodeBlock(text, pandoc.Attr("", { "console" },
    { typed = table.concat(typed, " "), commands = tostring(#commands) }))
end

return function(blocks, of)
  piece, group = of, "console/" .. of.name
  return blocks:walk { CodeBlock = console }
end
