/** The command line: arguments → core → files. */
process.stdout.write('carecircle\n');
