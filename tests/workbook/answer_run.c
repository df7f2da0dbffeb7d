/* answer_run.c: runs an answer that is a whole program, as a process of its
   own. In a page of the book, weave/live/compiler/answer_run.c has it run. */
#define _XOPEN_SOURCE 700 /* setitimer */
#include "workbook.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char file_name[] = ".start"; /* the judge minds no dot files */

static const char *program(void)
{
    return getenv("WORKBOOK_PROGRAM");
}

bool answer_is_program(void)
{
    return program() != NULL && access(program(), X_OK) == 0;
}

/* The judge forbids files; this one it hands over itself. */
static void file_write(const char *content)
{
    struct rlimit files;
    getrlimit(RLIMIT_FSIZE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_FSIZE, &files);
    FILE *file = fopen(file_name, "w");
    MUST_HOLD(file != NULL);
    fputs(content, file);
    MUST_HOLD(fclose(file) == 0);
}

/* The child's part: the program may write no file, and is stopped when it
   has computed for too long. With an argument it is told where the file is,
   and finds nothing on standard input; without, it finds the file there. */
static void become(const char *argument, int out)
{
    const struct itimerval time = {.it_value.tv_sec = ANSWER_COMPUTES};
    const bool told = argument != NULL;
    const int in = open(told ? "/dev/null" : file_name, O_RDONLY);
    struct rlimit files;
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    for (int descriptor = 3; descriptor < 64; descriptor++)
        close(descriptor);
    getrlimit(RLIMIT_FSIZE, &files);
    files.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &files);
    setitimer(ITIMER_PROF, &time, NULL);
    execl(program(), "program", told ? file_name : (char *)NULL, argument,
          (char *)NULL);
    _exit(127);
}

/* Reads what comes, until the program ends, prints too much or takes too
   long. */
static void output_take(answer_output *o, int from)
{
    const time_t begun = time(NULL);
    struct pollfd at = {.fd = from, .events = POLLIN};
    ssize_t more = 1;
    while (more > 0 && o->length < ANSWER_PRINTS &&
           o->ended != ANSWER_WAITING) {
        if (poll(&at, 1, 1000) > 0) {
            more =
                read(from, o->bytes + o->length, ANSWER_PRINTS - o->length);
            o->length += more > 0 ? (size_t)more : 0;
        }
        if (more > 0 && time(NULL) - begun > ANSWER_TAKES)
            o->ended = ANSWER_WAITING;
    }
    if (o->length == ANSWER_PRINTS)
        o->ended = ANSWER_PRINTING;
}

static answer_end ended_by(int signal_number)
{
    switch (signal_number) {
    case 0:
        return ANSWER_ENDED;
    case SIGPROF:
    case SIGXCPU:
        return ANSWER_COMPUTING;
    case SIGXFSZ:
        return ANSWER_WRITING;
    case SIGABRT:
        return ANSWER_ABORTED;
    default:
        return ANSWER_CRASHED;
    }
}

static void run(const char *file, const char *argument, answer_output *o)
{
    int ends[2], status = 0;
    memset(o, 0, sizeof *o);
    file_write(file);
    MUST_HOLD(pipe(ends) == 0);
    const pid_t child = fork();
    MUST_HOLD(child >= 0);
    if (child == 0)
        become(argument, ends[1]);
    close(ends[1]);
    output_take(o, ends[0]);
    if (o->ended != ANSWER_ENDED)
        kill(child, SIGKILL);
    waitpid(child, &status, 0);
    close(ends[0]);
    for (size_t i = 0; i < o->length; i++)
        if (o->bytes[i] == '\0')
            o->bytes[i] = '?';
    if (o->ended == ANSWER_ENDED)
        o->ended = ended_by(WIFSIGNALED(status) ? WTERMSIG(status) : 0);
    o->status = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

void answer_run(const char *file, const char *argument, answer_output *o)
{
    run(file, argument, o);
}

void answer_feed(const char *input, answer_output *o)
{
    run(input, NULL, o);
}
