"""The Lua scripts by which workers talk to Redis: each runs whole or not at all.

Every script may be sent twice with the same effect, since a worker that lost the answer cannot know
whether the script ran.
"""

from __future__ import annotations

EXCHANGE = """
local run, requests, seen, mine, alive, workers, returns, suspects, abandoned, findings =
  unpack(KEYS)
local worker, lease_keys, alive_keys = ARGV[1], ARGV[2], ARGV[3]
local alive_ms, expiry, max_returns = ARGV[4], ARGV[5], tonumber(ARGV[6])
local flags, want = ARGV[7], tonumber(ARGV[8])
local counts = {done = tonumber(ARGV[9]), back = tonumber(ARGV[10]),
                abandon = tonumber(ARGV[11]), push = tonumber(ARGV[12]),
                found = tonumber(ARGV[13])}
local function asked(flag) return string.find(flags, flag, 1, true) ~= nil end

if asked('enter') then
  redis.call('HSETNX', run, 'created', redis.call('TIME')[1])
elseif redis.call('EXISTS', run) == 0 then
  return {'lost'}
end

local at = 13
for _ = 1, counts.found do
  local known = redis.call('HGET', findings, ARGV[at + 1])
  if not known or known < ARGV[at + 2] then
    redis.call('HSET', findings, ARGV[at + 1], ARGV[at + 2])
  end
  at = at + 2
end

local filtered = 0
for _ = 1, counts.push do
  local member, score, fingerprint = ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  at = at + 3
  if fingerprint == '' or redis.call('SADD', seen, fingerprint) == 1 then
    redis.call('ZADD', requests, score, member)
  else
    filtered = filtered + 1
  end
end
local function hand_over(count, target)
  for _ = 1, count do
    at = at + 1
    local score = redis.call('ZSCORE', mine, ARGV[at])
    if score then
      redis.call('ZADD', target, score, ARGV[at])
      redis.call('ZREM', mine, ARGV[at])
    end
  end
end
hand_over(counts.back, requests)
hand_over(counts.abandon, abandoned)
for _ = 1, counts.done do
  at = at + 1
  redis.call('ZREM', mine, ARGV[at])
end

if asked('started') then
  redis.call('HSET', run, 'start', 'done')
  redis.call('HDEL', run, 'starter')
end
if asked('leave') then
  redis.call('DEL', alive)
  if redis.call('HGET', run, 'starter') == worker then redis.call('HDEL', run, 'starter') end
  if redis.call('EXISTS', mine) == 0 then redis.call('SREM', workers, worker) end
else
  redis.call('SET', alive, '1', 'PX', alive_ms)
  redis.call('SADD', workers, worker)
end

local reclaimed = 0
local leased = 0
for _, other in ipairs(redis.call('SMEMBERS', workers)) do
  if other ~= worker then
    local theirs = lease_keys .. other
    if asked('sweep') and redis.call('EXISTS', alive_keys .. other) == 0 then
      local held = redis.call('ZRANGE', theirs, 0, -1, 'WITHSCORES')
      for i = 1, #held, 2 do
        local id = string.match(held[i], '^[^|]*')
        local times = redis.call('HINCRBY', returns, id, 1)
        local target = requests
        if times >= 2 then target = suspects end
        if times > max_returns then target = abandoned end
        redis.call('ZADD', target, held[i + 1], held[i])
        reclaimed = reclaimed + 1
      end
      redis.call('DEL', theirs)
      redis.call('SREM', workers, other)
      if redis.call('HGET', run, 'starter') == other then redis.call('HDEL', run, 'starter') end
    else
      leased = leased + redis.call('ZCARD', theirs)
    end
  end
end

local popped = {}
local function is_suspect(member)
  local times = redis.call('HGET', returns, string.match(member, '^[^|]*'))
  return times and tonumber(times) >= 2
end
local in_hand = redis.call('ZRANGE', mine, 0, 1)
if #in_hand == 1 and is_suspect(in_hand[1]) then want = 0 end
if want > 0 and #in_hand == 0 and redis.call('EXISTS', requests) == 0 then
  popped = redis.call('ZPOPMIN', suspects, 1)
elseif want > 0 then
  popped = redis.call('ZPOPMIN', requests, want)
end
for i = 1, #popped, 2 do redis.call('ZADD', mine, popped[i + 1], popped[i]) end

if asked('claim') and redis.call('HGET', run, 'start') ~= 'done' then
  redis.call('HSETNX', run, 'starter', worker)
end
local kept = {run, requests, seen, mine, workers, returns, suspects, abandoned, findings}
local put_off = false
for _, key in ipairs(kept) do
  local left = redis.call('PTTL', key)
  if left == -1 or left >= 0 and left < 990 * expiry then put_off = true end
end
for _, key in ipairs(put_off and kept or {}) do redis.call('EXPIRE', key, expiry) end

local held = {}
if asked('list') then held = redis.call('ZRANGE', mine, 0, -1, 'WITHSCORES') end
local found = {}
if asked('found') then found = redis.call('HGETALL', findings) end
return {'ok', popped, redis.call('ZCARD', requests) + redis.call('ZCARD', suspects),
        redis.call('ZCARD', mine), leased,
        redis.call('HGET', run, 'start') or '', redis.call('HGET', run, 'starter') or '',
        filtered, reclaimed, redis.call('ZCARD', abandoned), held, found}
"""
"""One exchange of a worker with the shared queue: it hands in what it has to say, shows that it is
alive, and takes requests. Everything between taking a request and having it is one step.

KEYS: hash of the run, sorted set of waiting requests, set of fingerprints seen, this worker's
leases (a sorted set like the waiting requests), its heartbeat, set of workers, hash of how often
each request was given back by the dead, sorted set of requests that two workers died with, sorted
set of abandoned requests, hash of findings (name → greatest value).
ARGV: name of the worker; prefix of lease keys; prefix of heartbeat keys; life of a heartbeat (ms);
life of the run's keys (s); how often a request may be given back; flags (``enter`` make the run if
it is not there, ``sweep`` give back what dead workers held, ``claim`` take over the start requests,
``started`` they are all sent, ``list`` answer all leases held, ``found`` answer all findings,
``leave`` go); requests wanted; number of leases done, given back, abandoned, of new requests and of
new findings; then findings (name, value), new requests (member, score,
fingerprint or nothing), and the members given back, abandoned, done.
A new request comes before the end of the one that yielded it, so that a queue and leases that are
empty mean that the crawl is over. A request that two workers died with is worked on alone, so that
the one that kills is found and the others are not blamed with it. The keys expire together, so
that a later run of the same name finds nothing seen; that is put off when a hundredth of it has
passed, since the append-only file takes each time down.
"""

TAKE_TURN = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local delay = tonumber(ARGV[1])
local at = tonumber(redis.call('GET', KEYS[1]) or '0')
if at < now or at > now + 1000 * delay then at = now end
redis.call('SET', KEYS[1], string.format('%.0f', at + delay),
           'PX', string.format('%.0f', at + delay - now + 60000))
return at - now
"""
"""Reserve the next moment at which a host may be asked; the answer is how long to wait (ms).

KEYS: the host's next free moment (ms, by the clock of Redis: those of the workers do not matter).
ARGV: delay after this request (ms). A moment more than 1,000 delays ahead can only come from a
clock that was set back, and is ignored.
"""
