return args.Length == 1 ? 0 : 2;
