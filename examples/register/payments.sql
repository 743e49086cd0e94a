-- A register of INVENTED payments, in thousand euros; read by SQLite and by PostgreSQL.
create table payments (target varchar(20), ward varchar(20), amount numeric(12, 2), paid_at timestamp);
insert into payments values
    ('roofs', 'north', 180, '2024-02-12 10:05:00'),
    ('roofs', 'south', 95.5, '2024-03-28 16:40:00'),
    ('roofs', 'north', 210, '2024-05-17 09:12:00'),
    ('roofs', 'south', 120, '2024-06-30 23:59:30'),
    ('roofs', 'south', 75, '2024-07-01 00:00:00'),
    ('windows', 'north', 90, '2024-01-31 11:30:00'),
    ('windows', 'north', 140.25, '2024-06-06 14:00:00'),
    ('windows', 'south', 60, '2024-03-05 08:45:00'),
    ('windows', 'south', 88, '2024-08-19 12:00:00');
