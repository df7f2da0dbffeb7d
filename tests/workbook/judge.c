/* judge.c: runs the checks of one answer and says what came of them. An
   answer may do anything, so nothing that its process says of itself is
   believed but the verdict of workbook.c, which ends with a secret; and
   whatever else ends it is told in one sentence.

   usage: judge watched|plain PROGRAM FOLDER

   Watched is a program that has the compiler's sanitizers in it. It runs
   in the folder, which is empty. Prints what the answer printed, then what
   is to be said, then "RIGHT of PARTS"; ends with 0 if all are right. */
#if defined __APPLE__
#define _DARWIN_C_SOURCE
#else
#define _XOPEN_SOURCE 700
#endif

#include "verdict.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#if defined __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MOST_PRINTED = 1 << 16, /* bytes that are kept */
    MOST_SAID = 1 << 14,
    KEYS = 256 /* that stand ready for who reads a keyboard */
};

/* Seconds that a check may compute, and that it may take. */
static double computing = 5.0, taking = 60.0;

typedef struct {
    char bytes[MOST_PRINTED + 1];
    size_t length, most, all;
    int from; /* a pipe; -1 once it has ended */
} stream;

static stream printed = {.most = MOST_PRINTED};
static stream said = {.most = MOST_SAID};
static char secret[32];

static void fail(const char *what)
{
    perror(what);
    exit(2);
}

/* The environment may say otherwise, for who tests this file. */
static double limit(const char *name, double usual)
{
    const char *text = getenv(name);
    const double given = text == NULL ? 0.0 : strtod(text, NULL);
    return given > 0.0 ? given : usual;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

/* The process that is judged goes when the judge does. */
static volatile sig_atomic_t judged;

static void take_along(int signal_number)
{
    if (judged > 0)
        kill(-(pid_t)judged, SIGKILL);
    _exit(128 + signal_number);
}

static void pipe_of(int ends[2])
{
    if (pipe(ends) != 0)
        fail("pipe");
    /* Above the places where the program will look for them. */
    for (int i = 0; i < 2; i++) {
        const int high = fcntl(ends[i], F_DUPFD, 10);
        if (high < 0)
            fail("fcntl");
        close(ends[i]);
        fcntl(high, F_SETFD, FD_CLOEXEC);
        ends[i] = high;
    }
}

static void forbid(int resource, rlim_t most)
{
    const struct rlimit l = {.rlim_cur = most, .rlim_max = most};
    setrlimit(resource, &l);
}

static void become(const char *program, const char *folder, bool watched,
                   const int places[5])
{
    const double whole = floor(computing);
    const struct itimerval time = {
        .it_value.tv_sec = (time_t)whole,
        .it_value.tv_usec = (suseconds_t)(1e6 * (computing - whole)),
    };
    /* The checks may lift this one, to hand a file to a program. */
    struct rlimit no_file;
    getrlimit(RLIMIT_FSIZE, &no_file);
    no_file.rlim_cur = 0;
    setpgid(0, 0);
    for (int p = 0; p < 5; p++)
        if (dup2(places[p], p) < 0)
            _exit(2);
    if (chdir(folder) != 0)
        _exit(2);
    signal(SIGPIPE, SIG_DFL);
    forbid(RLIMIT_CORE, 0);
    setrlimit(RLIMIT_FSIZE, &no_file);
    forbid(RLIMIT_CPU, (rlim_t)whole + 2);
    if (watched) {
        char options[200];
        snprintf(options, sizeof options,
                 "detect_leaks=0:allocator_may_return_null=0:"
                 "hard_rss_limit_mb=%d:max_allocation_size_mb=%d",
                 MOST_MEMORY, MOST_MEMORY);
        setenv("ASAN_OPTIONS", options, 1);
    } else {
        forbid(RLIMIT_AS, (rlim_t)MOST_MEMORY << 20);
    }
    setitimer(ITIMER_PROF, &time, NULL);
    execl(program, program, (char *)NULL);
    _exit(2);
}

/* Takes what has come; true if it may go on. */
static bool take(stream *s)
{
    char more[4096];
    const ssize_t n = read(s->from, more, sizeof more);
    if (n <= 0) {
        if (n < 0 && (errno == EINTR || errno == EAGAIN))
            return true;
        close(s->from);
        s->from = -1;
        return true;
    }
    const size_t left = s->most - s->length;
    const size_t kept = (size_t)n < left ? (size_t)n : left;
    for (size_t i = 0; i < kept; i++)
        s->bytes[s->length++] = more[i] == '\0' ? '?' : more[i];
    s->bytes[s->length] = '\0';
    s->all += (size_t)n;
    return s->all < FLOOD;
}

/* What comes within so many milliseconds, and what has come. */
static bool take_all(int milliseconds)
{
    struct pollfd at[2] = {{.fd = printed.from, .events = POLLIN},
                           {.fd = said.from, .events = POLLIN}};
    bool on = true;
    if (poll(at, 2, milliseconds) > 0) {
        if (at[0].revents != 0)
            on = take(&printed);
        if (at[1].revents != 0)
            on = take(&said) && on;
    }
    return on;
}

/* Ends the processes that an answer has left behind, in its group or out
   of it; true if there were any. */
static bool end_the_rest(pid_t group)
{
    bool any = kill(-group, SIGKILL) == 0;
#if defined __linux__
    /* Orphans are ours. */
    char path[64], list[400];
    snprintf(path, sizeof path, "/proc/self/task/%ld/children",
             (long)getpid());
    for (int round = 0; round < 50; round++) {
        FILE *f = fopen(path, "r");
        if (f == NULL)
            break;
        const size_t n = fread(list, 1, sizeof list - 1, f);
        fclose(f);
        list[n] = '\0';
        char *at = list, *end;
        for (long pid; (pid = strtol(at, &end, 10)) > 0; at = end) {
            kill((pid_t)pid, SIGKILL);
            any = true;
        }
        if (n == 0)
            break;
        while (waitpid(-1, NULL, WNOHANG) > 0)
            continue;
        poll(NULL, 0, 2);
    }
#endif
    while (waitpid(-1, NULL, WNOHANG) > 0)
        any = true;
    return any;
}

/* A file that stands in the folder, if one does. */
static bool file_in(const char *folder, char name[256])
{
    DIR *d = opendir(folder);
    bool any = false;
    if (d == NULL)
        return false;
    for (const struct dirent *e; !any && (e = readdir(d)) != NULL;)
        if (e->d_name[0] != '.') {
            snprintf(name, 256, "%s", e->d_name);
            any = true;
        }
    closedir(d);
    return any;
}

static ending run(const char *program, const char *folder, bool watched)
{
    int keys[2], out[2], told[2], verdict[2];
    ending e = {.computing = computing, .taking = taking};
    int status = 0;
    char newlines[KEYS];
    pipe_of(keys);
    pipe_of(out);
    pipe_of(told);
    pipe_of(verdict);
    memset(newlines, '\n', sizeof newlines);
    if (write(keys[1], newlines, sizeof newlines) != KEYS ||
        write(told[1], secret, strlen(secret)) < 0)
        fail("write");
    close(told[1]);
    close(keys[1]);
#if defined __linux__
    prctl(PR_SET_CHILD_SUBREAPER, 1L, 0L, 0L, 0L);
#endif
    const double end = now() + taking;
    const pid_t child = fork();
    if (child < 0)
        fail("fork");
    if (child == 0)
        become(program, folder, watched,
               (int[]){keys[0], out[1], out[1], told[0], verdict[1]});
    setpgid(child, child);
    judged = child;
    signal(SIGINT, take_along);
    signal(SIGTERM, take_along);
    signal(SIGHUP, take_along);
    close(out[1]);
    close(told[0]);
    close(verdict[1]);
    printed.from = out[0];
    said.from = verdict[0];

    while (waitpid(child, &status, WNOHANG) == 0) {
        e.flooded = !take_all(10);
        e.took_too_long = now() > end;
        if (e.flooded || e.took_too_long) {
            kill(-child, SIGKILL);
            waitpid(child, &status, 0);
            break;
        }
    }
    /* What it wrote before it ended is in the pipes. */
    e.detached = end_the_rest(child) && !e.flooded && !e.took_too_long;
    const double enough = now() + 1.0;
    while (!e.flooded && now() < enough &&
           (printed.from >= 0 || said.from >= 0))
        e.flooded = !take_all(10);
    int left = 0;
    if (ioctl(keys[0], FIONREAD, &left) == 0)
        e.read_keys = left < KEYS;
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    const double computed = seconds(used.ru_utime) + seconds(used.ru_stime);
    const int by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    e.by = by == 0                         ? BY_ITSELF
           : by == SIGABRT                 ? BY_ABORT
           : by == SIGSEGV || by == SIGBUS ? BY_CRASH
           : by == SIGFPE                  ? BY_DIVISION
                                           : BY_OTHER;
    e.signal = by;
    e.computed_too_long = by == SIGPROF || by == SIGXCPU ||
                          (by == SIGKILL && computed > computing);
    e.wrote_file = file_in(folder, e.file) || by == SIGXFSZ;
    return e;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: judge watched|plain PROGRAM FOLDER\n");
        return 2;
    }
    computing = limit("WORKBOOK_COMPUTING", computing);
    taking = limit("WORKBOOK_TAKING", taking);
    struct timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    snprintf(secret, sizeof secret, "%lx-%lx-%lx", (long)getpid(),
             (long)t.tv_nsec, (long)&t);
    const ending e = run(argv[2], argv[3], strcmp(argv[1], "watched") == 0);
    return !verdict_print(&e, printed.bytes, said.bytes, secret);
}
