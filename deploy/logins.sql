-- One database, two logins: one may change tables (used only while migrating), one may only read and write rows.
-- Passwords come from sqlcmd variables; running this again changes them.
IF DB_ID(N'rulewright') IS NULL CREATE DATABASE rulewright;
GO
-- Readers see what was last committed and never wait behind a writer.
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = N'rulewright') = 0
  ALTER DATABASE rulewright SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'rulewright_migrate') IS NULL CREATE LOGIN rulewright_migrate WITH PASSWORD = N'$(MIGRATE_PASSWORD)';
ELSE ALTER LOGIN rulewright_migrate WITH PASSWORD = N'$(MIGRATE_PASSWORD)';
GO
IF SUSER_ID(N'rulewright_run') IS NULL CREATE LOGIN rulewright_run WITH PASSWORD = N'$(RUN_PASSWORD)';
ELSE ALTER LOGIN rulewright_run WITH PASSWORD = N'$(RUN_PASSWORD)';
GO
USE rulewright;
GO
IF USER_ID(N'rulewright_migrate') IS NULL CREATE USER rulewright_migrate FOR LOGIN rulewright_migrate;
GO
IF USER_ID(N'rulewright_run') IS NULL CREATE USER rulewright_run FOR LOGIN rulewright_run;
GO
ALTER ROLE db_ddladmin ADD MEMBER rulewright_migrate;
ALTER ROLE db_datareader ADD MEMBER rulewright_migrate;
ALTER ROLE db_datawriter ADD MEMBER rulewright_migrate;
ALTER ROLE db_datareader ADD MEMBER rulewright_run;
ALTER ROLE db_datawriter ADD MEMBER rulewright_run;
GO
